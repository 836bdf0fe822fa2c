package handgrad.judge.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.function.Loss;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.Relu;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.loss.AbsoluteError;
import handgrad.network.function.loss.BinaryCrossEntropy;
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
     * Without a kink: y = 1/2 is off by 4, y - t = 1/2 by 4.5, as is 1 - y; y (1 - y) = 1/4 by 2.25 + 2 + 0.25 = 4.5, their product
     * 1/8 by 2.25 + 1.125 + 0.125, and the forms of f' by 2 * 1/2: 4.5. dL/db: 4.5 + 6/8, and x = 1 adds its own 1/8. Where f'
     * cancels, y - t alone: 4.5 + 6/2.
     */
    @Test
    void ofASigmoid() {
        assertWithoutKink(new HalfSquaredError(), 5.375, 5.25);
        assertWithoutKink(new BinaryCrossEntropy(), 8, 7.5);
    }

    private static void assertWithoutKink(Loss loss, double... roundings) {
        var bound = bound(List.of(), new Sigmoid(), loss, 1, 0, 0, 0);
        assertThat(bound.kinks()).isEmpty();
        assertBound(bound.entries(new Branch(List.of()), new double[] {0.125, 0.125}), roundings);
    }
}
