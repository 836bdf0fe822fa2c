package handgrad.judge.right;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.judge.Judge;
import handgrad.judge.Judgement.Verdict;
import handgrad.judge.rounding.RightGradients;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Behind kinks several gradients are right, and others are not: one number has one slope on a sample, in all entries. */
class KinksTest {
    private static final Arithmetic DOUBLE = new Arithmetic(false, Arithmetic.Order.FORWARD);

    /** XOR through relu layers without bias: every relu of the sample (0, 0) stands at its kink, in every layer. */
    private static Problem xor(int seed, int... hidden) {
        var random = new Random(seed);
        int[] widths = new int[hidden.length + 2];
        widths[0] = 2;
        System.arraycopy(hidden, 0, widths, 1, hidden.length);
        widths[hidden.length + 1] = 1;
        int depth = widths.length - 1;
        double[][][] w = new double[depth][][];
        double[][] b = new double[depth][];
        String[] f = new String[depth];
        for (int l = 0; l < depth; l++) {
            w[l] = new double[widths[l]][];
            for (int i = 0; i < widths[l]; i++) {
                w[l][i] = random.doubles(widths[l + 1], -1, 1).toArray();
            }
            b[l] = new double[widths[l + 1]];
            f[l] = l == depth - 1 ? "sigmoid" : "relu";
        }
        double[][] x = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
        double[][] y = {{0}, {1}, {1}, {0}};
        return new Problem(Problem.Kind.CORNERS, w, b, f, "binary-cross-entropy", true, x, y);
    }

    private static double[][][] gradient(Problem problem, double atZero) {
        return new Program(new Form(DOUBLE, 0, atZero), false).gradient(problem);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 0.5", "1, 1", "2, 0", "2, 0.5", "2, 1", "3, 1", "4, 0.5"})
    void eachSlopeOfAProgramIsRightInSeveralLayersAtOnce(int seed, double atZero) {
        var problem = xor(seed, 4, 4, 3);
        var judging = Judging.of(problem);
        Judge judge = judging.judge(false);
        assertThat(judge.atKink()).isTrue();
        assertThat(judge.judge(judging.point(gradient(problem, atZero))).passes())
                .isTrue();
    }

    /** More units than any list of single sides has room for: 200 behind 200. */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void manyUnitsAreRightToo(double atZero) {
        var problem = xor(5, 200, 200);
        var judging = Judging.of(problem);
        assertThat(judging.judge(false)
                        .judge(judging.point(gradient(problem, atZero)))
                        .passes())
                .isTrue();
    }

    /** As rounding falls: some units of a layer take one side, others the other. */
    @Test
    void eachUnitMayTakeASideOfItsOwn() {
        var problem = xor(6, 12, 3);
        var judging = Judging.of(problem);
        double[][][] mixed = gradient(problem, 0);
        double[] above = gradient(problem, 1)[1][12];
        // The bias of a unit in the last hidden layer depends on that unit's side alone, and nothing below on any.
        assertThat(Math.abs(above[1] - mixed[1][12][1])).isGreaterThan(1e-3);
        mixed[1][12][1] = above[1];
        assertThat(judging.judge(false).judge(judging.point(mixed)).passes()).isTrue();
    }

    /** Each unit's entries are those of one side or of the other, given what comes from above: 8 combinations of three units. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void unitsOnDifferentSidesAreRightBesideOtherSamples(int sides) {
        var problem = new Problem(
                Problem.Kind.STEPS,
                new double[][][] {{{1, 0.5, 0.25}, {-1, -0.5, -0.25}}, {{0.3, -0.7}, {0.9, 0.4}, {-0.6, 0.8}}},
                new double[][] {new double[3], {0.1, 0.2}},
                new String[] {"relu", "identity"},
                "half-squared-error",
                false,
                new double[][] {{1, 1}, {0.75, 0.25}, {2, 2}},
                new double[][] {{1, 0}, {0, 1}, {1, 0}});
        assertThat(passes(problem, mixed(problem, 0, sides))).isTrue();
        double[][][] wrong = mixed(problem, 0, sides);
        wrong[0][0][sides % 3] += 1e-9;
        assertThat(passes(problem, wrong)).isFalse();
    }

    /** 16 samples at the kink of one unit, each on a side of its own: too many to try all. */
    @ParameterizedTest
    @ValueSource(ints = {0x1234, 0xA5A5, 0x7FFE})
    void samplesOnDifferentSidesAreRight(int sides) {
        var random = new Random(sides);
        double[][] x = new double[16][];
        double[][] y = new double[16][];
        for (int s = 0; s < 16; s++) {
            x[s] = random.doubles(20, -1, 1).toArray();
            y[s] = random.doubles(1, -1, 1).toArray();
        }
        double[][][] sum = gradient(deadUnit(x, y), 0);
        for (int s = 0; s < 16; s++) {
            if ((sides >> s & 1) == 1) {
                double[][][] one = gradient(deadUnit(new double[][] {x[s]}, new double[][] {y[s]}), 1);
                for (int i = 0; i < 21; i++) {
                    sum[0][i][0] += one[0][i][0];
                }
            }
        }
        assertThat(passes(deadUnit(x, y), sum)).isTrue();
        sum[0][sides % 20][0] += 1e-9;
        assertThat(passes(deadUnit(x, y), sum)).isFalse();
    }

    private static Problem deadUnit(double[][] x, double[][] y) {
        return new Problem(
                Problem.Kind.ZERO_WEIGHTS,
                new double[][][] {new double[20][1], {{0.7}}},
                new double[][] {{0}, {0.1}},
                new String[] {"relu", "identity"},
                "half-squared-error",
                false,
                x,
                y);
    }

    @Test
    void anInfiniteToleranceAllowsNothingButWhatIsEqual() {
        var right = new RightGradients.Right(new double[] {1}, new double[] {Double.POSITIVE_INFINITY});
        assertThat(right.has(new double[] {2})).isFalse();
        assertThat(right.has(new double[] {Double.NaN})).isFalse();
        assertThat(right.has(new double[] {1})).isTrue();
    }

    /** |y - t| where y is t on one sample: each output takes a sign of its own. */
    @ParameterizedTest
    @CsvSource({"absolute-error, 1", "absolute-error, 2", "absolute-error, 5", "absolute-error, 6"})
    void outputsOnDifferentSidesAreRight(String loss, int sides) {
        var problem = new Problem(
                Problem.Kind.STEPS,
                new double[][][] {{{0.5, -0.25, 0.125}, {1, 2, -0.5}}},
                new double[][] {{0.5, 0.25, 1}},
                new String[] {"identity"},
                loss,
                false,
                new double[][] {{1, 0.5}, {0.75, 0.25}},
                new double[][] {{1.5, 1, 0.875}, {0, 1, 3}});
        assertThat(passes(problem, mixed(problem, 0, sides))).isTrue();
        double[][][] wrong = mixed(problem, 0, sides);
        wrong[0][1][sides % 3] += 1e-9;
        assertThat(passes(problem, wrong)).isFalse();
    }

    private static boolean passes(Problem problem, double[][][] gradient) {
        var judging = Judging.of(problem);
        return judging.judge(false).judge(judging.point(gradient)).passes();
    }

    /** In one layer the unit k takes the side above where the bit k is set. */
    private static double[][][] mixed(Problem problem, int l, int sides) {
        double[][][] mixed = gradient(problem, 0);
        double[][][] above = gradient(problem, 1);
        for (int i = 0; i < mixed[l].length; i++) {
            for (int k = 0; k < mixed[l][i].length; k++) {
                mixed[l][i][k] = (sides >> k & 1) == 1 ? above[l][i][k] : mixed[l][i][k];
            }
        }
        return mixed;
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -0.01, 0.01, 0.3, 0.7, 0.99, 1.01, 2})
    void aSlopeThatIsNobodysIsWrong(double slope) {
        var problem = xor(7, 4);
        var judging = Judging.of(problem);
        double[][][] gradient = gradient(problem, 0);
        double[] side = gradient(problem, 1)[0][2];
        for (int k = 0; k < side.length; k++) {
            gradient[0][2][k] += slope * (side[k] - gradient[0][2][k]);
        }
        assertThat(judging.judge(false).judge(judging.point(gradient)).passes()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void anErrorOfABillionthIsFoundBehindKinks(int seed) {
        var problem = xor(seed, 4, 4);
        var judging = Judging.of(problem);
        Judge judge = judging.judge(false);
        for (double atZero : new double[] {0, 0.5, 1}) {
            double[][][] gradient = gradient(problem, atZero);
            int l = seed % 3;
            gradient[l][gradient[l].length - 1][0] += 1e-9;
            assertThat(judge.judge(judging.point(gradient)).passes()).isFalse();
        }
    }

    @Test
    void whatAKinkAccountsForIsSaid() {
        var problem = xor(1, 4);
        var judging = Judging.of(problem);
        Judge judge = judging.judge(false);
        var verdicts = judge.judge(judging.point(gradient(problem, 1))).parts().stream()
                .map(part -> part.verdict())
                .toList();
        // The sample (0, 0) touches biases alone.
        assertThat(verdicts).containsExactly(Verdict.PASS, Verdict.KINK, Verdict.PASS, Verdict.PASS);
    }
}
