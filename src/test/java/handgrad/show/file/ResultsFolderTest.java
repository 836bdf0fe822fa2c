package handgrad.show.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import handgrad.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where reports go: each file whole, or not at all. */
class ResultsFolderTest {
    @TempDir
    private Path temporary;

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private static Map<String, byte[]> bytes(String name, String text) {
        return Map.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void makesTheFolderAndThoseAbove() throws IOException {
        Path deep = temporary.resolve("a/b/c");
        ResultsFolder.at(deep).write("one.txt", "1\n");
        assertThat(deep.resolve("one.txt")).hasContent("1\n");
        assertThat(names(deep)).as("no temporary file is left").containsExactly("one.txt");
    }

    @Test
    void lookingWhetherItCanBeWrittenLeavesNothing() throws IOException {
        ResultsFolder.at(temporary).sub("xor-cross-entropy");
        assertThat(names(temporary)).isEmpty();
    }

    /** The run before had a confusion matrix, this one has none: that of another run may not stay beside it. */
    @Test
    void replacesAReportAsAWholeAndLeavesWhatIsNotItsOwn() throws IOException {
        ResultsFolder results = ResultsFolder.at(temporary);
        results.sub("xor").replace(Map.of("run.json", "old and longer", "confusion.csv", "old"), bytes("a.png", "old"));
        Path xor = temporary.resolve("xor");
        Files.writeString(xor.resolve("notes.txt"), "mine");
        results.sub("xor").sub("variant").replace(Map.of("run.json", "its own"), Map.of());
        results.sub("xor").replace(Map.of("run.json", "new"), bytes("a.png", "new"));
        assertThat(xor.resolve("run.json")).hasContent("new");
        assertThat(xor.resolve("a.png")).hasContent("new");
        assertThat(xor.resolve("notes.txt")).hasContent("mine");
        assertThat(xor.resolve("variant/run.json")).hasContent("its own");
        assertThat(names(xor)).containsExactlyInAnyOrder("run.json", "a.png", "notes.txt", "variant", Staging.LIST);
        assertThat(names(temporary)).containsExactly("xor");
    }

    @Test
    void aLinkToAFolderStaysALink() throws IOException {
        Path real = Files.createDirectories(temporary.resolve("elsewhere/real"));
        Path link = Files.createSymbolicLink(temporary.resolve("xor"), real);
        ResultsFolder.at(temporary).sub("xor").replace(Map.of("run.json", "1"), Map.of());
        assertThat(link).isSymbolicLink();
        assertThat(real.resolve("run.json")).hasContent("1");
    }

    @Test
    void writesUtf8() throws IOException {
        ResultsFolder.at(temporary).write("a.txt", "δ¹ → ∂L/∂z");
        assertThat(new String(Files.readAllBytes(temporary.resolve("a.txt")), StandardCharsets.UTF_8))
                .isEqualTo("δ¹ → ∂L/∂z");
    }

    /** The second of two files cannot even be staged: the old first one stays, and nothing is left behind. */
    @Test
    void whereOneFileCannotBeWrittenNoneIsReplaced() throws IOException {
        ResultsFolder folder = ResultsFolder.at(temporary).sub("xor");
        folder.replace(Map.of("good.txt", "old"), Map.of());
        assertThatThrownBy(() -> folder.replace(Map.of("good.txt", "new"), bytes("no/such/folder", "new")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("--results %s: cannot be written: ", temporary.resolve("xor"))
                .hasMessageNotContaining("Exception");
        assertThat(temporary.resolve("xor/good.txt")).hasContent("old");
        assertThat(names(temporary)).containsExactly("xor");
    }

    @Test
    void aLinkToNothingIsNamed() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), Path.of("nowhere"));
        assertThatThrownBy(() -> ResultsFolder.at(link))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "--results %s: expected a folder that can be written to, but %s is a link to something that is"
                                + " not there",
                        link, link);
    }

    @Test
    void aFileInItsPlaceIsRefused() throws IOException {
        Path file = Files.writeString(temporary.resolve("results"), "a file");
        assertThatThrownBy(() -> ResultsFolder.at(file))
                .isInstanceOf(InputException.class)
                .hasMessage("--results %s: expected a folder that can be written to, but %s is a file", file, file);
        assertThatThrownBy(() -> ResultsFolder.at(file.resolve("below")))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("but %s is a file", file);
    }

    @Test
    void aFolderThatIsNotWritableIsRefused() {
        Path readOnly = Path.of("/proc");
        assumeTrue(Files.isDirectory(readOnly), "only Linux has a folder that not even root can write to");
        assertThatThrownBy(() -> ResultsFolder.at(readOnly.resolve("handgrad")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("/proc is not writable");
    }
}
