package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever ends a sweep before its time, the same command goes on, to the same bytes as if nothing had been. */
@Tag("slow")
class SweepEndsTest {
    private static final int RUNS = 400;
    private static final int KILLS = 6;

    @TempDir
    private static Path folder;

    /** Compiled once, and not as well as can be: a process lives for a moment here. */
    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            "handgrad.cli.Handgrad");

    private static String[] words(String results) {
        return new String[] {
            "sweep",
            "xor-cross-entropy",
            "--seeds",
            "1.." + RUNS / 2,
            "--hidden",
            "2,3",
            "--epochs",
            "1000",
            "--check",
            "0",
            "--results",
            folder.resolve(results).toString()
        };
    }

    private Process process(String results, String... before) throws IOException {
        List<String> command = Stream.of(Stream.of(before), JAVA.stream(), Stream.of(words(results)))
                .flatMap(each -> each)
                .toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private static Path file(String results, String name) {
        return folder.resolve(results).resolve("sweep-xor-cross-entropy").resolve(name);
    }

    @BeforeAll
    static void undisturbed() {
        assertThat(Said.by(words("whole")).exit()).isZero();
    }

    private void goesOn(String results) {
        Said last = Said.by(words(results));
        assertThat(last.exit()).as(last.err()).isZero();
        assertThat(last.out()).contains(" done already.");
        assertThat(file(results, "runs.csv")).hasSameBinaryContentAs(file("whole", "runs.csv"));
    }

    /** Bytes of the journal. */
    private long kept(String results) throws IOException {
        Path journal = file(results, "journal.txt");
        return Files.exists(journal) ? Files.size(journal) : 0;
    }

    /** Until so much has been added to the journal, and nothing was lost of it. */
    private void atWork(String results, Process process, long before, long more) throws Exception {
        while (process.isAlive() && kept(results) < before + more) {
            TimeUnit.MICROSECONDS.sleep(500);
        }
    }

    @Test
    void killedAgainAndAgain() throws Exception {
        var random = new Random(1);
        int atWork = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = process("killed");
            // Within some line, a moment after some run.
            atWork("killed", process, kept("killed"), 400 + random.nextInt(800));
            TimeUnit.MICROSECONDS.sleep(random.nextInt(3000));
            // 128 + 9: it had not ended by itself.
            atWork += process.destroyForcibly().waitFor() == 137 ? 1 : 0;
        }
        assertThat(atWork).isEqualTo(KILLS);
        goesOn("killed");
    }

    /** As by Ctrl-C, which is SIGINT: both end in the same shutdown. */
    @Test
    void toldToEndItSaysWhatIsKept() throws Exception {
        Process process = process("told");
        atWork("told", process, 0, 1500);
        process.destroy();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("said")))
                .isEqualTo(143);
        assertThat(Files.readString(folder.resolve("said")))
                .containsPattern(
                        "Interrupted: \\d+ of 400 runs are kept in \\S+journal.txt; the same command goes on.\n$");
        goesOn("told");
    }

    /** A limit on the size of a file stands for a full disk: the system refuses in the middle of a line. */
    @Test
    void whereNothingCanBeWrittenItSaysSo() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "a system with a shell");
        // Blocks of 512 bytes.
        Process process = process("full", "/bin/sh", "-c", "ulimit -f 8 && exec \"$@\"", "sh");
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("said")))
                .isEqualTo(2);
        assertThat(Files.readString(folder.resolve("said")))
                .endsWith(
                        "handgrad: %s: cannot be read or written: File too large; what it holds is kept, and the same command goes on from there\n"
                                .formatted(file("full", "journal.txt")));
        assertThat(kept("full")).isBetween(4000L, 4096L);
        goesOn("full");
    }
}
