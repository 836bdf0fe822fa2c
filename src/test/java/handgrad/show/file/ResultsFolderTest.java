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

    @Test
    void makesTheFolderAndThoseAbove() throws IOException {
        Path deep = temporary.resolve("a/b/c");
        ResultsFolder.at(deep).write(Map.of("one.txt", "1\n"));
        assertThat(deep.resolve("one.txt")).hasContent("1\n");
        assertThat(names(deep)).as("no temporary file is left").containsExactly("one.txt");
    }

    @Test
    void lookingWhetherItCanBeWrittenLeavesNothing() throws IOException {
        ResultsFolder.at(temporary);
        assertThat(names(temporary)).isEmpty();
    }

    @Test
    void replacesFilesOfItsOwnAndLeavesOthers() throws IOException {
        Files.writeString(temporary.resolve("curves.csv"), "an older and longer text");
        Files.writeString(temporary.resolve("notes.txt"), "mine");
        ResultsFolder.at(temporary).write(Map.of("curves.csv", "new", "run.json", "{}"));
        assertThat(temporary.resolve("curves.csv")).hasContent("new");
        assertThat(temporary.resolve("notes.txt")).hasContent("mine");
        assertThat(names(temporary)).containsExactlyInAnyOrder("curves.csv", "run.json", "notes.txt");
    }

    @Test
    void writesUtf8() throws IOException {
        ResultsFolder.at(temporary).write(Map.of("a.txt", "δ¹ → ∂L/∂z"));
        assertThat(new String(Files.readAllBytes(temporary.resolve("a.txt")), StandardCharsets.UTF_8))
                .isEqualTo("δ¹ → ∂L/∂z");
    }

    /** The second of two files cannot even be staged: the old first one stays, and nothing is left behind. */
    @Test
    void whereOneFileCannotBeWrittenNoneIsReplaced() throws IOException {
        Files.writeString(temporary.resolve("good.txt"), "old");
        var contents = new java.util.LinkedHashMap<String, String>();
        contents.put("good.txt", "new");
        contents.put("no/such/folder.txt", "new");
        ResultsFolder folder = ResultsFolder.at(temporary);
        assertThatThrownBy(() -> folder.write(contents))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("cannot write to " + temporary);
        assertThat(temporary.resolve("good.txt")).hasContent("old");
        assertThat(names(temporary)).containsExactly("good.txt");
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

    @Test
    void anExperimentHasAFolderOfItsOwn() {
        ResultsFolder sub = ResultsFolder.at(temporary).sub("xor-cross-entropy");
        assertThat(sub.path()).isEqualTo(temporary.resolve("xor-cross-entropy")).isDirectory();
    }
}
