package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import handgrad.show.text.Screen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Runs the commands that pages show, in this JVM, each once: {@code ./handgrad}, {@code cat} and {@code python3}. What they would
 * write to {@code results} goes to a folder in its place.
 */
final class Shell {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
    /** As wide as a page. */
    private static final Screen SCREEN = new Screen(120, false, false);

    private static final String RESULTS = "results";

    private final Path results;
    private final Map<String, String> printed = new HashMap<>();

    Shell(Path results) {
        this.results = results;
    }

    /** What a command prints, where its results are in {@code results}. */
    String printed(String command) throws IOException, InterruptedException {
        if (!printed.containsKey(command)) {
            printed.put(command, run(words(command)).replace(results.toString(), RESULTS));
        }
        return printed.get(command);
    }

    private String run(List<String> words) throws IOException, InterruptedException {
        List<String> arguments = words.subList(1, words.size());
        return switch (words.get(0)) {
            case "./handgrad" -> handgrad(arguments);
            case "cat" -> Files.readString(moved(arguments.get(0)));
            case "python3" -> python(moved(arguments.get(0)));
            default -> throw new IllegalArgumentException("expected ./handgrad, cat or python3, found " + words.get(0));
        };
    }

    private String handgrad(List<String> arguments) {
        var all = new ArrayList<>(arguments);
        boolean folder =
                arguments.get(0).equals("verify") && Files.isDirectory(Path.of(arguments.get(arguments.size() - 1)));
        if (folder || arguments.get(0).equals("run")) {
            all.add("--results=" + results);
        }
        Said said = Said.on(SCREEN, all.toArray(String[]::new));
        assertThat(said.exit()).as("exit code of %s: %s", arguments, said.err()).isLessThanOrEqualTo(1);
        return said.out();
    }

    private static String python(Path program) throws IOException, InterruptedException {
        assumeTrue(
                new ProcessBuilder("python3", "-c", "import numpy").start().waitFor() == 0,
                "python3 with numpy is not on the path");
        Process started = new ProcessBuilder("python3", program.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(started.waitFor()).isZero();
        return out;
    }

    private Path moved(String file) {
        return Path.of(file.replaceFirst("^" + RESULTS, results.toString()));
    }

    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> Arrays.asList(word.group(1), word.group(2), word.group(3)).stream()
                        .filter(text -> text != null)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}
