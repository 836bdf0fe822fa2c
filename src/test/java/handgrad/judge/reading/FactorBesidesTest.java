package handgrad.judge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.judge.oracle.ForwardMode;
import handgrad.network.Block;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A wrong form, and a factor of the whole gradient: neither hides the other. */
class FactorBesidesTest {
    private static final int NETWORKS = 60;

    private static final Problem.Kind KIND = new Problem.Kind("tanh", "sigmoid", "half-squared-error");

    private static Problem problem(int k) {
        return Problem.of(new SplittableRandom(k), KIND, 5 + k % 4, List.of(3, 4, 2 + k % 2));
    }

    /** Of a sign that is flipped, of the 2 of a square, and of a step's learning rate. */
    private static double factor(int k) {
        return new double[] {-1, 2, 0.1}[k % 3];
    }

    private static List<Cause> causes(Problem problem, double[] claim) {
        return problem.diagnosed(claim).findings().get(0).causes();
    }

    private static double[] times(double factor, double[] gradient) {
        return Arrays.stream(gradient).map(g -> factor * g).toArray();
    }

    private static void assertFactorIsNamed(int k, List<Cause> causes) {
        String written = Scales.written(factor(k));
        assertThat(causes)
                .as("%d: %s", k, causes)
                .anyMatch(cause -> cause.step() == Step.SCALE
                        && cause.sentence().startsWith("the gradient is %s times".formatted(written)));
    }

    /** {@code c a^T delta} and {@code c delta} of the last sample alone, where {@code =} stands for {@code +=}. */
    @Test
    void ofTheLastSampleOnly() {
        for (int k = 0; k < NETWORKS; k++) {
            Problem problem = problem(k);
            Samples all = problem.samples();
            int last = all.n() - 1;
            var one = new Samples(new double[][] {all.x()[last]}, new double[][] {all.y()[last]});
            double share = problem.network().reduction() == Reduction.MEAN ? 1.0 / all.n() : 1;
            double[] gradient = ForwardMode.gradient(problem.theta(), one).values();
            List<Cause> causes = causes(problem, times(factor(k) * share, gradient));
            assertThat(causes).as("%d", k).extracting(Cause::mistake).contains("last-sample-only");
            assertFactorIsNamed(k, causes);
        }
    }

    /** {@code c 1^T delta} for the weights of the first layer, whose input is forgotten, and {@code c delta} for its bias. */
    @Test
    void ofAnInputThatIsMissing() {
        for (int k = 0; k < NETWORKS; k++) {
            Problem problem = problem(k);
            double[] gradient =
                    ForwardMode.gradient(problem.theta(), problem.samples()).values();
            Block weights = problem.network().blocks(0).get(0);
            Block bias = problem.network().blocks(0).get(1);
            for (int i = 0; i < weights.rows(); i++) {
                for (int j = 0; j < weights.columns(); j++) {
                    gradient[weights.index(i, j)] = gradient[bias.index(0, j)];
                }
            }
            List<Cause> causes = causes(problem, times(factor(k), gradient));
            assertThat(causes).as("%d", k).extracting(Cause::mistake).contains("input-missing");
            assertFactorIsNamed(k, causes);
        }
    }

    /** {@code -a^T delta}, and {@code -1/n} times the sum of delta for the biases, which are averaged once more. */
    @Test
    void ofABiasThatIsAveragedAgain() {
        for (int k = 0; k < NETWORKS; k++) {
            Problem problem = problem(k);
            double[] gradient = times(
                    -1, ForwardMode.gradient(problem.theta(), problem.samples()).values());
            for (Block block : problem.network().blocks()) {
                for (int i = block.offset(); !block.isWeight() && i < block.end(); i++) {
                    gradient[i] /= problem.samples().n();
                }
            }
            assertThat(causes(problem, gradient))
                    .as("%d", k)
                    .extracting(Cause::mistake)
                    .contains("sign-flipped", "bias-gradient-averaged");
        }
    }
}
