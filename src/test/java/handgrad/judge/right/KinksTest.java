package handgrad.judge.right;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.judge.Judge;
import handgrad.judge.Judgement.Verdict;
import java.util.Random;
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
