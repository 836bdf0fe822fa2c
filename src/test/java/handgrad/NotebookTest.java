package handgrad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cells of {@code docs/three-ways-in.ipynb}, run in their order by Python, print what the notebook shows. */
@Tag("outside")
class NotebookTest {
    private static final Path NOTEBOOK = Path.of("docs/three-ways-in.ipynb");

    /** Differences of rounding, which another processor or NumPy makes otherwise. */
    private static final String ROUNDING = "\\d(\\.\\d+)?e-1\\d";

    private static final String RUNNER = """
            import contextlib, io, json, sys
            space, printed = {}, []
            for cell in json.load(open(sys.argv[1], encoding="utf-8"))["cells"]:
                if cell["cell_type"] == "code":
                    with contextlib.redirect_stdout(io.StringIO()) as out:
                        exec("".join(cell["source"]), space)
                    printed.append(out.getvalue())
            print(json.dumps(printed))
            """;

    @Test
    void theCellsPrintWhatTheNotebookShows() throws IOException, InterruptedException {
        assumeTrue(python(List.of("-c", "import numpy")).isPresent(), "python3 with numpy is not on the path");
        var printed = python(List.of("-c", RUNNER, NOTEBOOK.getFileName().toString()));
        assertThat(printed).as("the cells run without an error").isPresent();
        List<String> fresh = texts(JsonMapper.shared().readTree(printed.get()));
        assertThat(fresh).isNotEmpty().containsExactlyElementsOf(shown());
    }

    private static List<String> shown() {
        var all = new ArrayList<String>();
        for (JsonNode cell : JsonMapper.shared().readTree(NOTEBOOK).get("cells")) {
            if (cell.get("cell_type").asString().equals("code")) {
                var text = new StringBuilder();
                cell.get("outputs").forEach(output -> output.get("text").forEach(line -> text.append(line.asString())));
                all.add(text.toString().replaceAll(ROUNDING, "#"));
            }
        }
        return all;
    }

    private static List<String> texts(JsonNode printed) {
        var all = new ArrayList<String>();
        printed.forEach(text -> all.add(text.asString().replaceAll(ROUNDING, "#")));
        return all;
    }

    /** What python3 prints in the notebook's folder; empty where it is missing or fails. */
    private static Optional<String> python(List<String> arguments) throws IOException, InterruptedException {
        String path = System.getProperty("java.class.path");
        String bin = Path.of(System.getProperty("java.home"), "bin").toString();
        var command = new ArrayList<>(List.of("python3"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(NOTEBOOK.getParent().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        Map<String, String> environment = builder.environment();
        environment.put("PATH", bin + File.pathSeparator + environment.get("PATH"));
        environment.put(
                "HANDGRAD",
                "java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' handgrad.cli.Handgrad".formatted(path));
        environment.put("HANDGRAD_CHECK", path);
        Process started;
        try {
            started = builder.start();
        } catch (IOException e) {
            return Optional.empty();
        }
        String out = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return started.waitFor() == 0 ? Optional.of(out) : Optional.empty();
    }
}
