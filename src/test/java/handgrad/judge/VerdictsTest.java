package handgrad.judge;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.judge.Judgement.Entry;
import handgrad.judge.Judgement.Verdict;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.Relu;
import handgrad.network.function.loss.HalfSquaredError;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a judgement says besides right and wrong, on z = w x + b with x = 3, w = 2, b = -6, and L = 1/2 (2 relu(z) - 4)^2. */
class VerdictsTest {
    private static final Network RELU =
            Network.dense(1, List.of(1), 1, new Relu(), new Identity(), new HalfSquaredError(), Reduction.SUM);
    private static final Samples SAMPLE = new Samples(new double[][] {{3}}, new double[][] {{4}});

    private static Judge judge(double... theta) {
        return new Judge(new Point(RELU, theta), SAMPLE, Precision.DOUBLE);
    }

    private static Point gradient(double... values) {
        return new Point(RELU, values);
    }

    /** y = 0, delta = -4 above, so that dL/dw = -4 * 2 * 3 and dL/db = -8 on the upper side of the kink. */
    @Test
    void whatAKinkAccountsForIsNotCountedAsWrong() {
        Judge judge = judge(2, -6, 2, 0);
        assertThat(judge.atKink()).isTrue();
        Judgement judgement = judge.judge(gradient(-24, -8, 0, -4));
        assertThat(judgement.passes()).isTrue();
        assertThat(judgement.parts())
                .extracting(Judgement.Part::verdict)
                .containsExactly(Verdict.KINK, Verdict.KINK, Verdict.PASS, Verdict.PASS);
        assertThat(judgement.parts()).extracting(Judgement.Part::failing).containsOnly(0);
        assertThat(judgement.worst()).isEmpty();
    }

    /** With b = -5: z = 1, y = 2, delta = -2: (-12, -4, -2, -2). */
    @Test
    void wrongEntriesAreCountedFromTheWorst() {
        Judge judge = judge(2, -5, 2, 0);
        assertThat(judge.atKink()).isFalse();
        assertThat(judge.certain()).isTrue();
        assertThat(judge.oracle().values()).containsExactly(-12, -4, -2, -2);
        assertThat(judge.loss()).isEqualTo(2);
        assertThat(judge.judge(gradient(-12, -4, -2, -2)).passes()).isTrue();
        Judgement judgement = judge.judge(gradient(-12, 4, -2, -2.5));
        assertThat(judgement.passes()).isFalse();
        assertThat(judgement.parts()).extracting(Judgement.Part::failing).containsExactly(0, 1, 0, 1);
        assertThat(judgement.worst()).extracting(Entry::judged).containsExactly(4.0, -2.5);
        assertThat(judgement.worst()).extracting(Entry::oracle).containsExactly(-4.0, -2.0);
        assertThat(judgement.maxRelativeError()).isEqualTo(8 / 12.0);
    }

    /** y = 21 from x = (1, 2, ..., 6), t = 20: dL/dw = x. */
    @Test
    void theFiveFurthestOffAreNamed() {
        var network =
                Network.dense(6, List.of(), 1, new Identity(), new Identity(), new HalfSquaredError(), Reduction.SUM);
        var samples = new Samples(new double[][] {{1, 2, 3, 4, 5, 6}}, new double[][] {{20}});
        var judge = new Judge(new Point(network, new double[] {1, 1, 1, 1, 1, 1, 0}), samples, Precision.DOUBLE);
        var one = judge.judge(new Point(network, new double[] {1, 2, 3.5, 4, 5, 6, 1}));
        assertThat(one.worst()).extracting(Entry::judged).containsExactly(3.5);
        var all = judge.judge(new Point(network, new double[] {9, 9, 9, 9, 9, 9, 1}));
        assertThat(all.worst()).hasSize(5);
        assertThat(all.parts().get(0).failing()).isEqualTo(6);
    }

    /** Rounding of a product of a few numbers is some units of 1e-16 of it: far less than 1e-12, and not nothing. */
    @Test
    void theToleranceIsThatOfRounding() {
        Judge judge = judge(2, -5, 2, 0);
        Block weights = RELU.blocks().get(0);
        assertThat(judge.tolerance(weights.address(0))).isBetween(12 * 0x1p-52, 1e-12);
    }

    /** z = 6e200 - 5, and the gradient is of the order of its square. */
    @Test
    void whereValuesOverflowNothingIsCertain() {
        Judge judge = judge(2e200, -5, 2e200, 0);
        assertThat(judge.certain()).isFalse();
        assertThat(judge.judge(gradient(1, 1, 1, 1)).passes()).isFalse();
    }

    @Test
    void whatIsNotClaimedIsNotJudged() {
        Block weights = RELU.blocks().get(0);
        var allowance = new Allowance(Set.of(weights), new double[4]);
        Judgement judgement = judge(2, -5, 2, 0).judge(gradient(-12, 99, Double.NaN, 99), allowance);
        assertThat(judgement.passes()).isTrue();
        assertThat(judgement.parts())
                .extracting(Judgement.Part::verdict)
                .containsExactly(Verdict.PASS, Verdict.NOT_CLAIMED, Verdict.NOT_CLAIMED, Verdict.NOT_CLAIMED);
        Judgement.Part bias = judgement.parts().get(1);
        assertThat(bias.failing()).isZero();
        assertThat(bias.maxAbsoluteError() + bias.maxRelativeError() + bias.maxUlps())
                .isZero();
        assertThat(judge(2, -5, 2, 0)
                        .judge(gradient(-13, 99, 99, 99), allowance)
                        .passes())
                .isFalse();
    }

    /** The side above is taken in what is claimed; nothing is said of the rest, of which any number is right. */
    @Test
    void atAKinkTooWhatIsNotClaimedIsNotJudged() {
        var allowance = new Allowance(Set.of(RELU.blocks().get(0)), new double[4]);
        Judge judge = judge(2, -6, 2e9, 0);
        assertThat(judge.judge(gradient(-24e9, 0, 0, Double.NaN), allowance).passes())
                .isTrue();
        assertThat(judge.judge(gradient(-23e9, 0, 0, 0), allowance).passes()).isFalse();
    }

    @Test
    void anErrorIsMeasuredByItsTolerance() {
        var address = RELU.blocks().get(0).address(0);
        assertThat(new Entry(address, 5, 2, 1.5).excess()).isEqualTo(2);
        assertThat(new Entry(address, 2, 2, 0).excess()).isZero();
        assertThat(new Entry(address, Double.NaN, 2, 1).excess()).isInfinite();
        assertThat(new Entry(address, -3, 2, Double.POSITIVE_INFINITY).excess()).isZero();
    }
}
