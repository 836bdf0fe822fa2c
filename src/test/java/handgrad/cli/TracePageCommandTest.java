package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code handgrad trace --html}, as a user types it. */
class TracePageCommandTest {
    private static final String MAZUR = "src/test/resources/reference/cases/mazur-first-step.json";

    @TempDir
    private Path folder;

    private Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private static void refused(Path file, String sentence) {
        Said said = Said.by("trace", MAZUR, "--html", file.toString());
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out()).as("before any work").isEmpty();
        assertThat(said.complaints()).hasSize(1).first().asString().contains("--html", sentence);
    }

    @Test
    void writesThePageBesideTheText() throws IOException {
        Path page = folder.resolve("made/page.html");
        Said said = Said.by("trace", MAZUR, "--html", page.toString(), "--digits", "4");
        assertThat(said.exit()).isZero();
        assertThat(said.err()).isEqualTo("Page: " + page + System.lineSeparator());
        assertThat(said.out()).contains("\nmazur-first-step: 2-2-2", "0.1385 * 0.5933");
        assertThat(page).content().contains("<h1>mazur-first-step</h1>", "= 0.1385", "<svg");
    }

    @Test
    void replacesAPageOfItsOwn() throws IOException {
        Path page = folder.resolve("page.html");
        Said.by("trace", MAZUR, "--html", page.toString());
        assertThat(Said.by("trace", "worked-example", "--layer", "1", "--html", page.toString())
                        .exit())
                .isZero();
        assertThat(page)
                .content()
                .contains("<h1>worked-example</h1>", "Only layer 1")
                .doesNotContain("mazur");
        assertThat(files()).as("no temporary file is left").containsExactly("page.html");
    }

    @Test
    void aFileOfSomebodyElseStays() throws IOException {
        Path other = Files.writeString(folder.resolve("index.html"), "<h1>mine</h1>");
        refused(other, "exists already and is no page of this program's, expected a name that is free");
        assertThat(other).hasContent("<h1>mine</h1>");
    }

    @Test
    void whatCannotBeWrittenIsRefusedBeforeAnyWork() throws IOException {
        refused(folder, "is a folder, expected a file");
        refused(Path.of(""), "expected the name of a file, found none");
        refused(folder.resolve("page.txt"), "expected a name that ends in .html");
        Path file = Files.writeString(folder.resolve("file"), "");
        refused(file.resolve("page.html"), "expected a folder that can be written to");
        assertThat(files()).containsExactly("file");
        assumeTrue(Files.isDirectory(Path.of("/proc")), "only Linux has a folder that not even root can write to");
        refused(Path.of("/proc/page.html"), "expected a folder that can be written to, but /proc is not writable");
    }

    @Test
    void aWrongNameLeavesNoFile() throws IOException {
        Said said = Said.by(
                "trace", "missing.json", "--html", folder.resolve("page.html").toString());
        assertThat(said.exit()).isEqualTo(2);
        assertThat(files()).isEmpty();
    }

    @Test
    void whatTheOracleRefusesIsStillWrittenAndFails() throws IOException {
        Path large = Files.writeString(folder.resolve("large.json"), """
                {"layers": [{"weights": [[1e200]], "bias": [0], "activation": "identity"}],
                 "loss": "half-squared-error", "reduction": "sum", "x": [[1e200]], "y": [[0]]}""");
        Path page = folder.resolve("page.html");
        assertThat(Said.by("trace", large.toString(), "--html", page.toString()).exit())
                .isEqualTo(1);
        assertThat(page).content().contains("The loss is not finite", "DO NOT AGREE");
    }
}
