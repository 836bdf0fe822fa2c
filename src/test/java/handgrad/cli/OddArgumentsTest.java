package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options given twice, names that the system cannot read, and what can be read like a file but is none. */
class OddArgumentsTest {
    @TempDir
    private Path folder;

    private static String refused(String... line) {
        Said said = Said.by(line);
        assertThat(said.exit()).as(said.err()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.complaints()).hasSize(1);
        assertThat(said.err()).startsWith("handgrad: ").doesNotContain("Exception");
        return said.err().strip();
    }

    @ParameterizedTest
    @CsvSource({
        "run csv --label 1 --label=2, --label",
        "run xor-cross-entropy --seed 1 --seed 2, --seed",
        "verify --json xor-cross-entropy --json, --json"
    })
    void anOptionGivenTwiceIsNamed(String line, String option) {
        assertThat(refused(line.split(" "))).isEqualTo("handgrad: %s: given twice, expected once".formatted(option));
    }

    /** U+FFFD is what Java makes of bytes that are no character in the encoding of the locale. */
    @ParameterizedTest
    @CsvSource({"verify caf\uFFFD.json", "report caf\uFFFD", "run csv --data caf\uFFFD", "new --dir caf\uFFFD Mine"})
    void aNameThatCannotBeReadIsSaidWithWhatHelps(String line) {
        assertThat(refused(line.split(" ")))
                .contains(
                        "caf\uFFFD", ": expected the name of a file in the encoding of this locale", "LC_ALL=C.UTF-8");
    }

    @Test
    void aDeviceIsNoTableAndACaseThatNeverEndsIsTooLong() {
        assumeTrue(Files.exists(Path.of("/dev/zero")), "a system with devices");
        assertThat(refused("run", "csv", "--data", "/dev/zero")).contains("/dev/zero: this is a pipe or a device");
        assertThat(refused("verify", "/dev/zero")).contains("/dev/zero: expected at most 32 MB, found more");
    }

    /** As {@code verify <(program)} in a shell. */
    @Test
    void aCaseMayComeThroughAPipe() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        Path given = Path.of("src/test/resources/reference/cases/mistake-missing-activation-derivative.json");
        assumeTrue(made(pipe), "a system with mkfifo");
        Process writer = new ProcessBuilder("cp", given.toString(), pipe.toString()).start();
        Said said = Said.by("verify", pipe.toString());
        assertThat(said.exit())
                .as(said.err())
                .isEqualTo(Said.by("verify", given.toString()).exit());
        assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean made(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
