package handgrad.judge.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.function.Loss;
import handgrad.network.function.activation.Elu;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.Relu;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.loss.AbsoluteError;
import handgrad.network.function.loss.HalfSquaredError;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Bounds of the rounding error along each side of a kink, worked by hand, in units of rounding; four times these are allowed. */
class BoundsAtKinksTest {
    private static final double U = 0x1p-52;
    private static final Percentage CLOSE = Percentage.withPercentage(1e-10);

    private static RoundingBound bound(
            List<Integer> hidden, Activation output, Loss loss, double x, double t, double... theta) {
        var network = Network.dense(1, hidden, 1, new Relu(), output, loss, Reduction.SUM);
        var bound = new RoundingBound(new Point(network, theta), Precision.DOUBLE, 1);
        bound.add(new Samples(new double[][] {{x}}, new double[][] {{t}}));
        return bound;
    }

    private static void assertBound(RoundingBound bound, double share, double... roundings) {
        assertBound(bound.worst(Branch.of(bound.kinks(), share)), roundings);
    }

    private static void assertBound(double[] worst, double... roundings) {
        for (int i = 0; i < roundings.length; i++) {
            if (roundings[i] == 0) {
                assertThat(worst[i]).isLessThan(1e-300);
            } else {
                assertThat(worst[i]).isCloseTo(4 * roundings[i] * U, CLOSE);
            }
        }
    }

    /**
     * z^1 = 3 - 3 = 0, off by 3 and 4 * 6: 27. On whichever side relu stands, what it answers may be off by as much, and y = 2 a by 54.
     * delta^2 = -4 is off by 4 + 4 + 54 = 62; dL/dv = a delta^2 by 4 * 27 = 108; dL/dc by 62 + 6 * 4. dL/da = -8 is off by 2 * 62 + 4 * 8
     * = 156. Above, that is delta^1: dL/dw = -24 is off by 3 * 156 + 8 * 3 + 6 * 24, dL/db by 156 + 6 * 8. Of the mean, half of that is,
     * and 8 roundings of -4: 110, which makes 3 * 110 + 4 * 3 + 6 * 12 and 110 + 6 * 4. Below there is nothing to round.
     */
    @Test
    void ofAHiddenRelu() {
        var bound = bound(List.of(1), new Identity(), new HalfSquaredError(), 3, 4, 1, -3, 2, 0);
        assertThat(bound.kinks()).hasSize(1);
        assertBound(bound, 1, 636, 204, 108, 86);
        assertBound(bound, 0.5, 414, 134, 108, 86);
        assertBound(bound, 0, 0, 0, 108, 86);
    }

    /**
     * y = z = 3 - 1 = t, off by 3 + 4 * 4 = 19. The sign of y - t is exact; as 1 it differs from the 0 that programs give it, by 8
     * roundings and twice those of z: 46. dL/dw = 3 is off by 3 * 46 + 3 and 6 * 3, dL/db by 46 + 6.
     */
    @Test
    void ofAnAbsoluteError() {
        var bound = bound(List.of(), new Identity(), new AbsoluteError(), 3, 2, 1, -1);
        assertThat(bound.kinks()).hasSize(1);
        assertBound(bound, 1, 159, 52);
        assertBound(bound, 0, 159, 52);
        assertBound(bound, 0.5, 0, 0);
    }

    /**
     * z = 0 without error, y = 1/2 = t, f' = 1/4, of which the forms round 2 of 1, that is 8 of it: 16 with the 8 of the product. delta
     * = 1/4 is off by 4, dL/db by 4 + 6/4, and dL/dw by the rounding of x = 1 more, 1/4.
     */
    @Test
    void ofAnAbsoluteErrorOfASigmoid() {
        var bound = bound(List.of(), new Sigmoid(), new AbsoluteError(), 1, 0.5, 0, 0);
        assertThat(bound.kinks()).hasSize(1);
        assertBound(bound, 1, 5.75, 5.5);
    }

    /**
     * t = 2 + 2^-51, of which y = 2 falls short by no more than its own error: the natural side is below. As 1 the sign is 2 from that, and
     * twice 46 off; as -1 it is exact. dL/db adds 6 roundings of it.
     */
    @Test
    void ofAnAbsoluteErrorThatIsNotQuiteZero() {
        var bound = bound(List.of(), new Identity(), new AbsoluteError(), 3, 2 + 0x1p-51, 1, -1);
        assertThat(bound.kinks()).hasSize(1);
        assertBound(bound, 1, 297, 98);
        assertBound(bound, 0, 21, 6);
    }

    /**
     * elu(3), with slopes of 3 and 1: a = 0 is off by 3 * 27 and 24 in the exponential, y by twice that, delta^2 = -4 by 210 + 8, dL/da = -8
     * by 2 * 218 + 32 = 468. f' = 3 e^z itself may be off by 3 * 27, which makes 648 of 8. Below, -24 is off by 3 * 468 + 648 and 8
     * roundings: 2244; above -8 by 468 + 648 = 1116; half way -16 by 936 + 648 + 128 = 1712. dL/dw is off by 3 times these, and
     * with 3 roundings of x and 6 of the sum by 3 + 18 of dL/db.
     */
    @Test
    void ofAHiddenElu() {
        var bound = elu(-3);
        assertBound(bound, 0, 3 * 2244 + 24 * 21, 2244 + 24 * 6, 420, 242);
        assertBound(bound, 1, 3 * 1116 + 8 * 21, 1116 + 8 * 6, 420, 242);
        assertBound(bound, 0.5, 3 * 1712 + 16 * 21, 1712 + 16 * 6, 420, 242);
    }

    private static RoundingBound elu(double bias) {
        var network =
                Network.dense(1, List.of(1), 1, new Elu(3), new Identity(), new HalfSquaredError(), Reduction.SUM);
        var bound = new RoundingBound(new Point(network, new double[] {1, bias, 2, 0}), Precision.DOUBLE, 1);
        bound.add(new Samples(new double[][] {{3}}, new double[][] {{4}}));
        return bound;
    }

    /**
     * z^1 = 4e-16 is above, as far as rounding goes, and takes nothing from an exponential. But it may be below, where a falls 3 times as fast
     * as z: a is off by 81, delta^2 by 162 + 8, dL/da by 340 + 32. And f' may be off by 3 * 27 there: below, delta^1 = -24 is off by 3 * 372 +
     * 648 + 192.
     */
    @Test
    void whatTheOtherSideMakesOfAnErrorCounts() {
        var bound = elu(-3 + 0x1p-51);
        assertBound(bound, 0, 3 * 1956 + 24 * 21, 1956 + 24 * 6, 324, 194);
        assertBound(bound, 1, 3 * 1020 + 8 * 21, 1020 + 8 * 6, 324, 194);
    }
}
