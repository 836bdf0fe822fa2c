package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code handgrad trace} of somebody's gradient: each value that is claimed beside the right one. */
class TraceClaimTest {
    private static final String CASES = "src/test/resources/reference/cases/";

    /** x = 2, W1 = 3, W2 = 1, t = 5: a1 = 6, y = 6, dL/dy = 1; dW2 = 6, db2 = 1, dW1 = 2, db1 = 1. */
    private static final String CASE = """
            {"name": "pencil", "loss": "half-squared-error", "x": [[2]], "y": [[5]],
             "layers": [{"weights": [[3]], "bias": [0], "activation": "identity"},
                        {"weights": [[1]], "bias": [0], "activation": "identity"}],
             "claimed": {"activations": [[[6]], null], "outputs": [[%s]],
                         "gradients": [{"weights": [[%s]], "bias": [1]}, {"weights": [[6]], "bias": [%s]}]}}""";

    @TempDir
    private Path folder;

    private Said traced(Object... numbers) throws IOException {
        return Said.by(
                "trace",
                Files.writeString(folder.resolve("pencil.json"), CASE.formatted(numbers))
                        .toString());
    }

    private static String squeezed(Said said) {
        return said.out().replaceAll("[ |]+", " ");
    }

    @Test
    void whatIsRightStandsBesideWhatIsRight() throws IOException {
        Said said = traced(6, 2, 1);
        assertThat(said.exit()).isZero();
        assertThat(said.out()).startsWith("pencil: pass").doesNotContain("<- ", "WRONG");
        assertThat(squeezed(said))
                .contains("None of these values is wrong.")
                .containsSubsequence(
                        "\n a1[0] 6 6 0 right",
                        "\n y[0] 6 6 0 right",
                        "\n dL/dW2[0,0] 6 6 0 right",
                        "\n dL/db2[0] 1 1 0 right",
                        "\n dL/dW1[0,0] 2 2 0 right",
                        "\n dL/db1[0] 1 1 0 right");
    }

    /** Both dL/db2 and dL/dW1 are wrong: backpropagation comes to the first of them first. */
    @Test
    void theFirstWrongValueIsMarkedInTheOrderOfComputation() throws IOException {
        Said said = traced(6, 4, 1.5);
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).startsWith("pencil: FAIL").contains("Diagnosis: ");
        assertThat(squeezed(said))
                .contains("\n dL/db2[0] = delta2[0] = 1\n <- claimed: 1.5, right: 1, WRONG, the first\n")
                .contains("\n dL/dW1[0,0] = delta1[0] * x[0] = 1 * 2 = 2\n <- claimed: 4, right: 2, WRONG\n")
                .contains("The first wrong value is dL/db2[0]: claimed 1.5, right 1.")
                .contains("\n dL/db2[0] 1.5 1 5.0e-01 WRONG, the first\n dL/dW1[0,0] 4 2 2.0e+00 WRONG\n");
    }

    @Test
    void theForwardPassComesBeforeTheGradient() throws IOException {
        Said said = traced(7, 4, 1);
        assertThat(said.exit()).isEqualTo(1);
        assertThat(squeezed(said))
                .contains("The first wrong value is y[0]: claimed 7, right 6.", "\n y[0] 7 6 1.0e+00 WRONG, the first")
                .contains("\n <- claimed: 7, right: 6, WRONG, the first", "\n dL/dW1[0,0] 4 2 2.0e+00 WRONG\n");
    }

    /** What six digits cannot tell apart is shown with all. */
    @Test
    void whatIsWrongNeverLooksRight() throws IOException {
        assertThat(traced("6.0000000001", 2, 1).out())
                .contains("The first wrong value is y[0]: claimed 6.0000000001, right 6.");
    }

    /** Wrong is W2 alone, of the mean over six samples, and a narrowed trace still says where. */
    @Test
    void theGradientIsThatOfTheBatch() {
        Said said = Said.by("trace", CASES + "mistake-transposed-weights.json", "--layer", "1", "--neuron", "0");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(squeezed(said))
                .contains("transposed-weights, layer 2", "The gradient is that of the batch, 6 samples;")
                .contains("The first wrong value is dL/dW2[1,0]: ")
                .contains("\n dL/dW1[3,0] ", "\n dL/db1[0] ")
                .doesNotContain("\n dL/dW2[1,0] ", "\n dL/dW1[0,1] ");
    }

    @ParameterizedTest
    @CsvSource({"xor-cross-entropy --step 20, 1.0", "xor-cross-entropy, -1.0", "MAZUR, -1.0"})
    void aClassOfOnesOwnIsAsked(String where, double factor) throws IOException {
        Path file = Files.writeString(folder.resolve("Mine.java"), """
                import handgrad.engine.*;
                import handgrad.network.*;

                public class Mine implements handgrad.input.userclass.HandGradient {
                    public Parameters gradient(Network network, Parameters theta, Batch batch) {
                        Parameters g = new handgrad.engine.hand.HandEngine(theta, 1).gradient(batch).gradient();
                        g.vector().muli(%s);
                        return g;
                    }
                }
                """.formatted(factor));
        String line = "trace " + where.replace("MAZUR", CASES + "mazur-first-step.json") + " --gradient " + file;
        Said said = Said.by(line.split(" "));
        assertThat(said.err()).isEmpty();
        assertThat(said.exit()).isEqualTo(factor == 1 ? 0 : 1);
        assertThat(said.out())
                .contains(factor == 1 ? "None of these values is wrong." : "sign-flipped")
                .contains(factor == 1 ? ": pass (" : "The first wrong value is dL/dW2[0,0]");
    }

    @Test
    void whatCannotBeAskedIsSaidInOneSentence() {
        Said said = Said.by("trace", "xor-cross-entropy", "--gradient", "Missing.java");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.complaints()).hasSize(1).first().asString().contains("Missing.java");
    }

    /** 0.1 to single precision: off by 1e-9, which only a program in float may be. */
    @Test
    void aClaimInSinglePrecisionIsJudgedSo() throws IOException {
        Path file =
                Files.writeString(folder.resolve("float.json"), """
                {"loss": "half-squared-error", "x": [[0.1]], "y": [[0]],
                 "layers": [{"weights": [[1]], "bias": [0], "activation": "identity"}],
                 "claimed": {"gradients": [{"weights": [[%s]], "bias": [%s]}]}}""".formatted((double) (0.1f * 0.1f), (double) 0.1f));
        assertThat(Said.by("trace", file.toString()).exit()).isEqualTo(1);
        assertThat(Said.by("trace", file.toString(), "--float").exit()).isZero();
    }
}
