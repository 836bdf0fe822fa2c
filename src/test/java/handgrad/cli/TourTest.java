package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import handgrad.input.claim.CaseFile;
import handgrad.input.claim.Claim;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code handgrad run} without a name. */
class TourTest {
    @TempDir
    private Path results;

    @Test
    void itBeginsWithAMistakeAndEndsWithATableAndWhatToDoNext() {
        Said said = Said.by("run", "--epochs", "2", "--results", results.toString());
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out())
                .containsSubsequence(
                        "A tour: ",
                        "forgotten-slope: FAIL (2-2-2, ",
                        "missing-activation-derivative, layer 1: ",
                        "worked-example (1 of 3)",
                        "xor-cross-entropy (2 of 3)",
                        "digits-softmax (3 of 3)",
                        " forgotten-slope ",
                        "All runs: " + results.resolve("index.html"),
                        "Next:",
                        "./handgrad new mine.py")
                .doesNotContain("\u001B");
        assertThat(said.out().lines().filter(line -> line.matches(" [a-z-]+ +\\| +[A-Za-z ]+ \\|.*")))
                .as("a heading and a row each")
                .hasSize(5);
    }

    /** What it says of the mistake, a user can have said again. */
    @Test
    void theMistakeIsLeftToBeVerified() {
        Said.by("run", "--epochs", "1", "--results", results.toString());
        Said said = Said.by("verify", results.resolve("forgotten-slope.json").toString());
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("right is:              delta1 = dL/da1 * a1 * (1 - a1)");
    }

    /**
     * The worked example at its start: dL/db1 is delta1 = (delta2 W2^T) a1 (1 - a1), and the slope a1 (1 - a1) is left out. The right
     * one of the first neuron is 0.00877135, with a1 = 0.593270 and so a slope of 0.241301.
     */
    @Test
    void theMistakeIsTheSlopeThatIsLeftOut() {
        Said.by("run", "--epochs", "1", "--results", results.toString());
        Claim claim =
                CaseFile.read(results.resolve("forgotten-slope.json")).claim().orElseThrow();
        double claimed = claim.gradient().values()[4];
        assertThat(claimed * 0.593270 * (1 - 0.593270)).isCloseTo(0.00877135, within(1e-8));
    }
}
