package handgrad.judge.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.oracle.ForwardMode;
import handgrad.network.Block;
import handgrad.network.Point;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A program that works on something else than what is declared: its gradient is the oracle's, there. That is named, alone and beside
 * a second mistake.
 */
class OtherSceneTest {
    private static final int NETWORKS = 6;

    private static final Problem.Kind BINARY = new Problem.Kind("tanh", "sigmoid", "half-squared-error");
    private static final Problem.Kind CLASSES = new Problem.Kind("sigmoid", "softmax", "cross-entropy");

    private static Problem problem(int k, Problem.Kind kind, int... widths) {
        return Problem.of(
                new SplittableRandom(k),
                kind,
                4 + k % 4,
                Arrays.stream(widths).boxed().toList());
    }

    private static double[] right(Problem problem) {
        return ForwardMode.gradient(problem.theta(), problem.samples()).values().clone();
    }

    private static double[] negated(double[] gradient) {
        return Arrays.stream(gradient).map(g -> -g).toArray();
    }

    /** Right, but for the biases, which have none. */
    private static double[] withoutBiases(Problem problem) {
        double[] gradient = right(problem);
        problem.network().blocks().stream()
                .filter(block -> !block.isWeight())
                .forEach(block -> Arrays.fill(gradient, block.offset(), block.end(), 0));
        return gradient;
    }

    private static List<String> named(Problem problem, double[] claim) {
        return problem.diagnosed(claim).findings().stream()
                .limit(1)
                .flatMap(first -> first.causes().stream())
                .map(Cause::mistake)
                .distinct()
                .toList();
    }

    /** Over networks in which the change makes a difference. */
    private static void assertNamed(String mistake, UnaryOperator<Problem> change, Problem.Kind kind, int... widths) {
        int different = 0;
        for (int k = 0; k < NETWORKS; k++) {
            Problem problem = problem(k, kind, widths);
            Problem other = change.apply(problem);
            double[] claim = right(other);
            if (Arrays.equals(claim, right(problem))) {
                continue;
            }
            different++;
            assertThat(named(problem, claim)).as("%d", k).containsExactly(mistake);
            assertThat(named(problem, negated(claim))).as("%d, -g", k).contains(mistake, "sign-flipped");
        }
        assertThat(different).isGreaterThan(NETWORKS / 2);
    }

    private static Problem with(Problem problem, UnaryOperator<double[][]> targets) {
        Samples samples = problem.samples();
        return new Problem(problem.theta(), new Samples(samples.x(), targets.apply(samples.y())));
    }

    private static Problem biasesTimes(Problem problem, double factor) {
        return biasesTimes(problem, problem.network().blocks(), factor);
    }

    private static Problem biasesTimes(Problem problem, List<Block> blocks, double factor) {
        double[] values = problem.theta().values().clone();
        for (Block block : blocks) {
            for (int i = block.offset(); !block.isWeight() && i < block.end(); i++) {
                values[i] *= factor;
            }
        }
        return new Problem(new Point(problem.network(), values), problem.samples());
    }

    @Test
    void biasesInTheForwardPass() {
        assertNamed("bias-missing-in-forward-pass", problem -> biasesTimes(problem, 0), BINARY, 3, 4, 2);
        assertNamed("bias-twice-in-forward-pass", problem -> biasesTimes(problem, 2), CLASSES, 3, 4, 3);
    }

    /** Of one layer alone: left out, or subtracted as a threshold. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void biasesOfOneLayer(int layer) {
        for (int k = 0; k < NETWORKS; k++) {
            Problem problem = problem(k, BINARY, 3, 4, 2);
            List<Block> blocks = problem.network().blocks(layer);
            Diagnosis without = problem.diagnosed(right(biasesTimes(problem, blocks, 0)));
            assertThat(without.findings().get(0).causes())
                    .as("%d", k)
                    .extracting(Cause::mistake, Cause::layer)
                    .containsExactly(tuple("bias-missing-in-forward-pass", layer));
            assertThat(named(problem, right(biasesTimes(problem, blocks, -1))))
                    .as("%d", k)
                    .contains("bias-subtracted-in-forward-pass");
        }
    }

    /** The biases are left out on the way up, and have no gradient either. */
    @Test
    void biasesInTheForwardPassAndTheirGradients() {
        for (int k = 0; k < NETWORKS; k++) {
            Problem problem = problem(k, BINARY, 3, 4, 2);
            Problem without = biasesTimes(problem, 0);
            double[] claim = withoutBiases(without);
            assertThat(named(problem, claim))
                    .as("%d", k)
                    .containsExactly("bias-missing-in-forward-pass", "bias-gradient-missing");
        }
    }

    @Test
    void targetsOfOtherSamplesAndOutputs() {
        assertNamed(
                "targets-of-other-samples",
                problem -> with(problem, t -> {
                    double[][] moved = t.clone();
                    Arrays.setAll(moved, s -> t[(s + t.length - 1) % t.length]);
                    return moved;
                }),
                CLASSES,
                3,
                4,
                3);
        assertNamed(
                "targets-of-other-outputs",
                problem -> with(problem, t -> Arrays.stream(t)
                        .map(row -> new double[] {row[2], row[0], row[1]})
                        .toArray(double[][]::new)),
                CLASSES,
                3,
                4,
                3);
    }

    /** {@code 0.9 t + 0.1 / 3} for three classes, and {@code 0.1} and {@code 0.9} for 0 and 1. */
    @Test
    void targetsThatAreNeither0Nor1() {
        assertNamed(
                "targets-smoothed",
                problem -> with(problem, t -> Matrices.mapped(t, one -> 0.9 * one + 0.1 / 3)),
                CLASSES,
                3,
                4,
                3);
        assertNamed(
                "targets-scaled",
                problem -> with(problem, t -> Matrices.mapped(t, one -> one == 1 ? 0.9 : 0.1)),
                BINARY,
                3,
                4,
                2);
    }

    /** {@code (y - t)} of {@code [n, 1]} and {@code [n]} in NumPy is {@code [n, n]}; its mean along axis 1 is {@code y - mean(t)}. */
    @Test
    void targetsThatAreBroadcast() {
        assertNamed(
                "targets-broadcast",
                problem -> with(problem, t -> {
                    double mean = Arrays.stream(t)
                            .mapToDouble(row -> row[0])
                            .average()
                            .orElseThrow();
                    return Matrices.mapped(t, one -> mean);
                }),
                BINARY,
                3,
                4,
                1);
    }

    @Test
    void inputsThatAreStandardised() {
        assertNamed(
                "inputs-standardised",
                problem -> {
                    double[][] columns = Matrices.transposed(problem.samples().x());
                    for (double[] column : columns) {
                        double mean = Arrays.stream(column).average().orElseThrow();
                        double square =
                                Arrays.stream(column).map(x -> x * x).average().orElseThrow();
                        double deviation = Math.sqrt(square - mean * mean);
                        Arrays.setAll(column, s -> (column[s] - mean) / deviation);
                    }
                    return new Problem(
                            problem.theta(),
                            new Samples(
                                    Matrices.transposed(columns),
                                    problem.samples().y()));
                },
                BINARY,
                3,
                4,
                2);
    }

    /** {@code x W^T} for the two square matrices, forward and back. */
    @Test
    void squareWeightsThatAreTransposed() {
        for (int k = 0; k < NETWORKS; k++) {
            Problem problem = problem(k, BINARY, 3, 3, 3);
            double[] values = problem.theta().values().clone();
            for (int l = 0; l < 2; l++) {
                Block block = problem.network().blocks(l).get(0);
                double[][] w = problem.theta().rows(block);
                for (int i = 0; i < 3; i++) {
                    for (int j = 0; j < 3; j++) {
                        values[block.index(i, j)] = w[j][i];
                    }
                }
            }
            var other = new Problem(new Point(problem.network(), values), problem.samples());
            assertThat(named(problem, right(other))).as("%d", k).containsExactly("weights-transposed-in-forward-pass");
        }
    }

    /** Of a network of one layer that layer is all there is: nothing is said of others. */
    @Test
    void oneLayerAndTargetsOfOnes() {
        for (int k = 0; k < NETWORKS; k++) {
            Problem problem = problem(k, CLASSES, 3, 3);
            Diagnosis without = problem.diagnosed(right(biasesTimes(problem, 0)));
            assertThat(without.findings().get(0).causes())
                    .extracting(Cause::sentence)
                    .containsExactly("the biases are left out of the forward pass");
            Problem ones = problem(k, new Problem.Kind("sigmoid", "sigmoid", "binary-cross-entropy"), 3, 4, 3);
            double[] claim = right(with(ones, t -> Matrices.mapped(t, one -> 1)));
            assertThat(named(ones, negated(claim))).as("%d", k).containsExactly("targets-missing", "sign-flipped");
        }
    }

    /** {@code 0.9 t + 0.05} for a single sigmoid. */
    @Test
    void aSingleTargetIsSmoothedTowardsAHalf() {
        assertNamed(
                "targets-smoothed",
                problem -> with(problem, t -> Matrices.mapped(t, one -> 0.9 * one + 0.05)),
                BINARY,
                3,
                4,
                1);
    }

    /** A column that is the same in every sample is not divided by its deviation of 0. */
    @Test
    void aConstantInputIsStandardisedToZero() {
        for (int k = 0; k < NETWORKS; k++) {
            Problem problem = problem(k, BINARY, 1, 4, 2);
            int n = problem.samples().n();
            var constant =
                    new Samples(Matrices.filled(n, 1, 3), problem.samples().y());
            var zero = new Samples(new double[n][1], problem.samples().y());
            assertThat(named(new Problem(problem.theta(), constant), right(new Problem(problem.theta(), zero))))
                    .as("%d", k)
                    .containsExactly("inputs-standardised");
        }
    }

    /** The remainder of a batch is dropped: its mean is that of what is left, or is still divided by the number of all. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void samplesThatAreLeftOut(boolean dividedByAll) {
        for (int k = 0; k < NETWORKS; k++) {
            Problem problem = problem(k, CLASSES, 3, 4, 3);
            Samples all = problem.samples();
            int kept = all.n() - 2;
            var first = new Samples(Arrays.copyOf(all.x(), kept), Arrays.copyOf(all.y(), kept));
            double[] claim = right(new Problem(problem.theta(), first));
            boolean mean = problem.network().reduction() == Reduction.MEAN;
            double share = dividedByAll && mean ? (double) kept / all.n() : 1;
            double[] shared = Arrays.stream(claim).map(g -> g * share).toArray();
            assertThat(named(problem, shared)).as("%d", k).containsExactly("samples-left-out");
            assertThat(named(problem, negated(shared))).as("%d, -g", k).contains("samples-left-out", "sign-flipped");
        }
    }
}
