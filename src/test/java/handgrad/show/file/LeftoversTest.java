package handgrad.show.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program killed at any moment of an exchange: the next command finds the folder of one run or makes it that, keeps what is
 * somebody else's, and leaves nothing hidden. Each test builds what a kill leaves.
 */
class LeftoversTest {
    /** Above what any system gives to a process. */
    private static final String DEAD = ".handgrad-99999999999-0";

    private static final Map<String, String> OLD_RUN = Map.of("run.json", "old", "confusion.csv", "old");

    @TempDir
    private Path results;

    private Path study;
    private Path xor;
    private Path left;

    @BeforeEach
    void anOldRunWithAFileOfTheUsers() throws IOException {
        study = results.resolve("study");
        xor = study.resolve("xor");
        left = study.resolve(DEAD);
        write(xor, OLD_RUN);
        Files.writeString(xor.resolve("notes.txt"), "mine");
        Files.createDirectories(left.resolve("new"));
        Files.createDirectories(left.resolve("old"));
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        Files.createDirectories(folder);
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Files.write(folder.resolve(Staging.LIST), files.keySet());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void assertOld() throws IOException {
        ResultsFolder.at(results);
        assertThat(names(study)).containsExactly("xor");
        assertThat(names(xor)).containsExactlyInAnyOrder("run.json", "confusion.csv", "notes.txt", Staging.LIST);
        assertThat(xor.resolve("run.json")).hasContent("old");
    }

    private void assertNew() throws IOException {
        ResultsFolder.at(results);
        assertThat(names(study)).containsExactly("xor");
        assertThat(names(xor)).containsExactlyInAnyOrder("run.json", "notes.txt", Staging.LIST);
        assertThat(xor.resolve("run.json")).hasContent("new");
        assertThat(xor.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void whileTheFilesWereWritten() throws IOException {
        Files.writeString(Files.createDirectories(left.resolve("new/xor")).resolve("run.json"), "ne");
        assertOld();
    }

    @Test
    void betweenOldAwayAndNewIn() throws IOException {
        write(left.resolve("new/xor"), Map.of("run.json", "new"));
        Files.move(xor, left.resolve("old/xor"));
        assertNew();
    }

    @Test
    void beforeTheUsersFilesWereMoved() throws IOException {
        Files.move(xor, left.resolve("old/xor"));
        write(xor, Map.of("run.json", "new"));
        assertNew();
    }

    @Test
    void whileTheOldFilesWereRemoved() throws IOException {
        Files.move(xor, left.resolve("old/xor"));
        write(xor, Map.of("run.json", "new"));
        Files.move(left.resolve("old/xor/notes.txt"), xor.resolve("notes.txt"));
        Files.delete(left.resolve("old/xor/run.json"));
        assertNew();
    }

    @Test
    void whileOneFileWasWritten() throws IOException {
        Files.delete(left.resolve("new"));
        Files.delete(left.resolve("old"));
        Files.delete(left);
        Files.writeString(left, "<html");
        assertOld();
    }

    @Test
    void whatALivingProcessWritesStays() throws IOException {
        Path living = Files.createDirectory(results.resolve(Leftovers.name()));
        ResultsFolder.at(results);
        assertThat(living).isDirectory();
    }
}
