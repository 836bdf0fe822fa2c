package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code handgrad verify DIR}: everything that was handed in, in one table. */
class SubmissionsTest {
    private static final Path CASES = Path.of("src/test/resources/reference/cases");

    private static final String CLASS = """
            import handgrad.engine.*; import handgrad.network.*;
            import org.nd4j.linalg.api.buffer.DataType;
            public class NAME implements handgrad.input.userclass.HandGradient {
                public Parameters gradient(Network network, Parameters parameters, Batch batch) {
                    BODY
                }
            }
            """;

    @TempDir
    private Path root;

    private Path folder;
    private Path pages;

    @BeforeEach
    void handIn() throws IOException {
        folder = Files.createDirectory(root.resolve("class"));
        pages = root.resolve("results/verify/class");
    }

    private void copy(String name) throws IOException {
        Files.copy(CASES.resolve(name), folder.resolve(name));
    }

    private void write(String name, String body) throws IOException {
        Files.writeString(
                folder.resolve(name + ".java"), CLASS.replace("NAME", name).replace("BODY", body));
    }

    private Said verified() {
        String results = root.resolve("results").toString();
        return Said.by("verify", folder.toString(), "--results", results, "--time-limit", "6");
    }

    /** The cells of each row of the table on the terminal, without its two lines of heading. */
    private static List<List<String>> rows(Said said) {
        return said.out()
                .lines()
                .skip(2)
                .takeWhile(line -> !line.isBlank())
                .map(line -> List.of(line.strip().split("\\s*\\|\\s*")))
                .toList();
    }

    @Test
    void caseFilesAreJudgedAndWhatIsNoneStopsNoOther() throws IOException {
        copy("mistake-sign-flipped.json");
        copy("xor-half-squared-error-mean.json");
        Files.writeString(folder.resolve("broken.json"), "{nonsense");
        Files.writeString(folder.resolve("notes.txt"), "is passed by");
        Files.writeString(folder.resolve("handgrad.json"), "{\"programs\": {\"ann\": \"no-such-program ann.py\"}}");

        Said said = verified();

        assertThat(said.exit()).isEqualTo(1);
        assertThat(rows(said))
                .containsExactly(
                        List.of("broken.json", "not judged"),
                        List.of("mistake-sign-flipped.json", "FAIL", "sign-flipped", "2"),
                        List.of("xor-half-squared-error-mean.json", "pass"),
                        List.of("ann", "not judged"));
        assertThat(said.out())
                .contains("not valid JSON", "'no-such-program' cannot be started")
                .endsWith("1 of 4 submissions right, 1 wrong, 2 not judged.\n");
        assertThat(Files.readAllLines(pages.resolve("submissions.csv")))
                .hasSize(5)
                .startsWith("who,verdict,mistake,layer,sentence");
        assertThat(pages.resolve("mistake-sign-flipped.json/report.html"))
                .content()
                .contains("<a href=\"../index.html\">All submissions</a>");
        assertThat(pages.resolve("index.html"))
                .content()
                .contains(
                        "mistake-sign-flipped.json: ",
                        "broken.json/report.txt: not judged",
                        "ann/report.txt: not judged");
        assertThat(pages.resolve("broken.json/report.txt")).content().contains("not valid JSON");
        assertThat(pages.resolve("report.md")).content().contains("(broken.json/report.txt)");
        assertThat(pages.resolve("index.html")).content().contains("xor-half-squared-error-mean.json");
    }

    /** A gradient of zeros is that of layers that were forgotten, the last one first: the standard cases begin with two layers. */
    @Test
    void aClassRunsInAJvmOfItsOwn() throws IOException {
        write("Zeros", "return Parameters.zeros(network, DataType.DOUBLE);");
        write("Ends", "System.exit(0); return null;");
        write("Hangs", "while (true) { }");

        Said said = verified();

        assertThat(said.exit()).isEqualTo(1);
        assertThat(rows(said))
                .containsExactly(
                        List.of("Ends.java", "not judged"),
                        List.of("Hangs.java", "not judged"),
                        List.of("Zeros.java", "FAIL", "layer-gradient-missing", "2"));
        assertThat(said.out()).contains("the class ended Java", "gave no answer within 6 s");
        assertThat(pages.resolve("Zeros.java/report.html")).exists();
    }

    @Test
    void aFolderWithNothingToJudgeIsRefused() {
        Said said = verified();

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.complaints()).singleElement().asString().contains("nothing to judge in this folder");
    }

    @Test
    void aWrongListOfProgramsIsRefused() throws IOException {
        Files.writeString(folder.resolve("handgrad.json"), "{\"programs\": {\"ann\": 3}}");

        Said said = verified();

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.complaints()).singleElement().asString().contains("ann", "expected a string");
    }
}
