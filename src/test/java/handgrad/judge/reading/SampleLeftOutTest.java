package handgrad.judge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.judge.oracle.ForwardMode;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A loop over the samples that ends one too early, {@code range(n - 1)}, or begins one too late, {@code range(1, n)}. */
class SampleLeftOutTest {
    private static final int NETWORKS = 40;

    private static final List<Problem.Kind> KINDS = List.of(
            new Problem.Kind("tanh", "sigmoid", "half-squared-error"),
            new Problem.Kind("sigmoid", "softmax", "cross-entropy"));

    private static Problem problem(int k) {
        return Problem.of(new SplittableRandom(k), KINDS.get(k % 2), 3 + k % 5, List.of(3, 4, 3));
    }

    /** The right gradient of the samples that are counted. */
    private static double[] over(Problem problem, int from, int to) {
        Samples all = problem.samples();
        var counted = new Samples(Arrays.copyOfRange(all.x(), from, to), Arrays.copyOfRange(all.y(), from, to));
        return ForwardMode.gradient(problem.theta(), counted).values();
    }

    private static String said(Problem problem, double[] claim) {
        List<Cause> causes = problem.diagnosed(claim).findings().get(0).causes();
        assertThat(causes).hasSize(1);
        return causes.get(0).mistake() + ": " + causes.get(0).sentence();
    }

    /** Divided by the number that is counted, and by that of all. */
    @ParameterizedTest
    @CsvSource({"last, 0, 1", "first, 1, 0"})
    void isNamed(String which, int from, int before) {
        String sentence = "sample-left-out: the %s sample of the batch does not count".formatted(which);
        for (int k = 0; k < NETWORKS; k++) {
            Problem problem = problem(k);
            int n = problem.samples().n();
            double[] ofCounted = over(problem, from, n - before);
            assertThat(said(problem, ofCounted)).as("%d", k).isEqualTo(sentence);
            if (problem.network().reduction() == Reduction.MEAN) {
                double[] ofAll =
                        Arrays.stream(ofCounted).map(g -> g * (n - 1) / n).toArray();
                assertThat(said(problem, ofAll)).as("%d", k).isEqualTo(sentence);
            }
        }
    }

    /** Of two samples one that counts is the first or the last only, which has a name of its own. */
    @Test
    void ofTwoSamplesOneIsLeft() {
        Problem problem = Problem.of(new SplittableRandom(1), KINDS.get(0), 2, List.of(3, 4, 3));
        assertThat(said(problem, over(problem, 0, 1))).startsWith("first-sample-only");
    }
}
