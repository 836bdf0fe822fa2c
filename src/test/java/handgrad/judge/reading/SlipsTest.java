package handgrad.judge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Block;
import handgrad.network.Network;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slips in one line of a program with two layers, each written out as somebody would write it. */
class SlipsTest {
    private static final int NETWORKS = 12;

    /** A program: its error at the output, and the factor of its hidden layer. */
    private record Program(Problem problem, double[][] error, DoubleBinaryOperator factor) {
        private double[][] z(int l, double[][] input) {
            double[][] w = problem.theta().rows(block(l, 0));
            double[] b = problem.theta().values(block(l, 1));
            double[][] z = Matrices.timesTransposed(input, Matrices.transposed(w));
            Arrays.stream(z).forEach(row -> Arrays.setAll(row, j -> row[j] + b[j]));
            return z;
        }

        private Block block(int l, int which) {
            return problem.network().blocks(l).get(which);
        }

        double[] gradient() {
            return gradient(problem.theta().rows(block(1, 0)));
        }

        /** @param w through which the error goes down */
        double[] gradient(double[][] w) {
            double[][] x = problem.samples().x();
            double[][] z = z(0, x);
            double[][] a = Scene.applied(problem.network().layer(0).activation(), z);
            double[][] down = Matrices.timesTransposed(error, w);
            double[][] delta = Matrices.times(down, Matrices.with(z, a, factor));
            double[] gradient = new double[problem.network().size()];
            put(gradient, 1, a, error);
            put(gradient, 0, x, delta);
            return gradient;
        }

        private void put(double[] gradient, int l, double[][] input, double[][] delta) {
            double[][] product = Matrices.transposedTimes(input, delta);
            double[] sums = Matrices.columnSums(delta);
            for (int j = 0; j < sums.length; j++) {
                gradient[block(l, 1).index(0, j)] = sums[j];
                for (int i = 0; i < product.length; i++) {
                    gradient[block(l, 0).index(i, j)] = product[i][j];
                }
            }
        }
    }

    private static Problem problem(int k, String hidden, int outputs) {
        return Problem.of(
                new SplittableRandom(k),
                new Problem.Kind(
                        hidden,
                        outputs == 1 ? "sigmoid" : "softmax",
                        outputs == 1 ? "binary-cross-entropy" : "cross-entropy"),
                5 + k % 3,
                List.of(3, 4, outputs));
    }

    private static double[][] times(Problem problem, double[][] error) {
        Network network = problem.network();
        return Matrices.scaled(
                error, network.reduction().factor(problem.samples().n()));
    }

    /** {@code y}, or {@code z}, of the output. */
    private static double[][] output(Problem problem, boolean activated) {
        var whole = new Program(problem, null, null);
        double[][] z1 = whole.z(0, problem.samples().x());
        double[][] z2 = whole.z(1, Scene.applied(problem.network().layer(0).activation(), z1));
        return activated ? Scene.applied(problem.network().layer(1).activation(), z2) : z2;
    }

    private static double[][] minusTargets(Problem problem, double[][] y) {
        return times(problem, Matrices.with(y, problem.samples().y(), (one, t) -> one - t));
    }

    private static void assertNamed(int k, String mistake, Problem problem, double[] claim) {
        List<Cause> causes = problem.diagnosed(claim).findings().get(0).causes();
        assertThat(causes).as("%d: %s", k, causes).extracting(Cause::mistake).containsOnly(mistake);
    }

    private static void assertHidden(String hidden, String mistake, DoubleBinaryOperator factor) {
        for (int k = 0; k < NETWORKS; k++) {
            Problem problem = problem(k, hidden, 3);
            var program = new Program(problem, minusTargets(problem, output(problem, true)), factor);
            assertNamed(k, mistake, problem, program.gradient());
        }
    }

    @Test
    void theSquareAtTheWrongBracket() {
        assertHidden("tanh", "square-of-difference", (z, a) -> (1 - a) * (1 - a));
    }

    @Test
    void aMaskThatIsTurnedRound() {
        assertHidden("relu", "derivative-on-the-other-side", (z, a) -> z < 0 ? 1 : 0);
        assertHidden("leaky-relu(0.1)", "derivative-on-the-other-side", (z, a) -> z < 0 ? 1 : 0.1);
    }

    private static double sigmoidSlope(double z, double a) {
        return a * (1 - a);
    }

    private static void assertError(int k, String mistake, Problem problem, double[][] error) {
        assertNamed(k, mistake, problem, new Program(problem, error, SlipsTest::sigmoidSlope).gradient());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theErrorOfSomethingElseThanTheOutput(int outputs) {
        for (int k = 0; k < NETWORKS; k++) {
            Problem problem = problem(k, "sigmoid", outputs);
            assertError(k, "pre-activation-as-output", problem, minusTargets(problem, output(problem, false)));
            double[][] y = output(problem, true);
            double[][] predicted = Arrays.stream(y).map(SlipsTest::predicted).toArray(double[][]::new);
            if (!Arrays.deepEquals(predicted, problem.samples().y())) {
                assertError(k, "prediction-as-output", problem, minusTargets(problem, predicted));
            }
        }
    }

    /** 1 above a half where there is one output, else 1 for the largest. */
    private static double[] predicted(double... y) {
        double threshold = y.length == 1 ? 0.5 : Arrays.stream(y).max().orElseThrow();
        return Arrays.stream(y).map(one -> one >= threshold ? 1 : 0).toArray();
    }

    /** Of softmax and one-hot targets the errors of a sample add up to 0; targets of another kind show it. */
    @Test
    void theErrorsOfASampleAddedUp() {
        for (int k = 0; k < NETWORKS; k++) {
            Problem problem = Problem.of(
                    new SplittableRandom(k),
                    new Problem.Kind("sigmoid", "sigmoid", "binary-cross-entropy"),
                    5,
                    List.of(3, 4, 3));
            double[][] error = minusTargets(problem, output(problem, true));
            double[][] summed = Arrays.stream(error)
                    .map(row -> Matrices.filled(1, 3, Arrays.stream(row).sum())[0])
                    .toArray(double[][]::new);
            assertError(k, "errors-of-outputs-summed", problem, summed);
        }
    }

    private static Program right(Problem problem) {
        return new Program(problem, minusTargets(problem, output(problem, true)), SlipsTest::sigmoidSlope);
    }

    /** {@code y + t}. */
    @Test
    void theErrorOfAWrongSign() {
        for (int k = 0; k < NETWORKS; k++) {
            Problem problem = problem(k, "sigmoid", 3);
            double[][] y = output(problem, true);
            double[][] added = Matrices.with(y, problem.samples().y(), (one, t) -> one + t);
            assertError(k, "targets-added", problem, times(problem, added));
        }
    }

    /** {@code sum += delta[k] * w[i][k]} for {@code k < nOut - 1}, and {@code =} in the place of {@code +=}. */
    @Test
    void aSumOnTheWayDownThatIsIncomplete() {
        for (int k = 0; k < NETWORKS; k++) {
            Problem problem = problem(k, "sigmoid", 3);
            double[][] w = problem.theta().rows(problem.network().blocks(1).get(0));
            double[][] allButTheLast = Arrays.stream(w)
                    .map(row -> new double[] {row[0], row[1], 0})
                    .toArray(double[][]::new);
            double[][] lastOnly =
                    Arrays.stream(w).map(row -> new double[] {0, 0, row[2]}).toArray(double[][]::new);
            for (double[][] some : List.of(allButTheLast, lastOnly)) {
                assertNamed(
                        k,
                        "neurons-left-out-on-the-way-down",
                        problem,
                        right(problem).gradient(some));
            }
        }
    }

    @Test
    void aNeuronThatIsLeftOut() {
        for (int k = 0; k < NETWORKS; k++) {
            Problem problem = problem(k, "sigmoid", 3);
            double[] claim = right(problem).gradient();
            Block weights = problem.network().blocks(0).get(0);
            Block bias = problem.network().blocks(0).get(1);
            for (int i = 0; i < weights.rows(); i++) {
                claim[weights.index(i, weights.columns() - 1)] = 0;
            }
            claim[bias.index(0, bias.columns() - 1)] = 0;
            assertNamed(k, "neuron-left-out", problem, claim);
        }
    }

    /** {@code db1 = db2}, copied and not changed. */
    @Test
    void aBiasOfAnotherLayer() {
        for (int k = 0; k < NETWORKS; k++) {
            Problem problem = problem(k, "sigmoid", 4);
            double[] copied = right(problem).gradient();
            Block below = problem.network().blocks(0).get(1);
            System.arraycopy(copied, problem.network().blocks(1).get(1).offset(), copied, below.offset(), below.size());
            assertNamed(k, "bias-of-other-layer", problem, copied);
        }
    }

    /** {@code for i in range(1, rows)}, {@code range(rows - 1)}, and the same of columns. */
    @Test
    void aLoopThatEndsEarly() {
        for (int k = 0; k < NETWORKS; k++) {
            Problem problem = problem(k, "sigmoid", 3);
            var program = new Program(problem, minusTargets(problem, output(problem, true)), SlipsTest::sigmoidSlope);
            for (String where : List.of("first row", "last row", "first column", "last column")) {
                double[] claim = program.gradient();
                Block block = program.block(0, 0);
                boolean row = where.endsWith("row");
                int at = where.startsWith("first") ? 0 : (row ? block.rows() : block.columns()) - 1;
                for (int i = 0; i < (row ? block.columns() : block.rows()); i++) {
                    claim[row ? block.index(at, i) : block.index(i, at)] = 0;
                }
                assertNamed(k, "loop-ends-early", problem, claim);
                assertThat(problem.diagnosed(claim)
                                .findings()
                                .get(0)
                                .causes()
                                .get(0)
                                .sentence())
                        .contains(where);
            }
        }
    }
}
