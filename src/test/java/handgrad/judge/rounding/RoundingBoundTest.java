package handgrad.judge.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.loss.HalfSquaredError;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The bound of y = w x + b with L = 1/2 (y - t)^2, in units of rounding, by hand. */
class RoundingBoundTest {
    private static final double U = 0x1p-52;
    private static final Percentage CLOSE = Percentage.withPercentage(1e-10);

    private static RoundingBound bound(Reduction reduction, double w, double b, int n) {
        var network = Network.dense(1, List.of(), 1, new Identity(), new Identity(), new HalfSquaredError(), reduction);
        return new RoundingBound(new Point(network, new double[] {w, b}), Precision.DOUBLE, n);
    }

    private static Samples sample(double x, double t) {
        return new Samples(new double[][] {{x}}, new double[][] {{t}});
    }

    /**
     * w = 2, b = -5, x = 3, t = 4, so z = 1 and delta = -3. x is rounded once, which makes 6 of z; the sum rounds 4 times against
     * |w x| + |b| = 11: 50. t is rounded once and the difference too: 4 + 3, so that delta is off by 57. dL/dw = -9 is off by
     * 3 * 57 + 3 * 3 = 180, and rounds 5 times where it is added up and once for each sample: 234. dL/db = -3: 57 + 6 * 3 = 75.
     * Four times these are allowed.
     */
    @Test
    void isThatOfEachStep() {
        var bound = bound(Reduction.SUM, 2, -5, 1);
        assertThat(bound.add(sample(3, 4))).isFalse();
        double[] entries = bound.entries(new Branch(List.of()), new double[] {-9, -3});
        assertThat(entries[0]).isCloseTo(4 * 234 * U, CLOSE);
        assertThat(entries[1]).isCloseTo(4 * 75 * U, CLOSE);
    }

    /** The same sample twice: 2 (180 + 5 * 9 + 2 * 9) and 2 (57 + 5 * 3 + 2 * 3); half of it where the mean is taken. */
    @Test
    void growsWithTheSamples() {
        var bound = bound(Reduction.MEAN, 2, -5, 2);
        bound.add(sample(3, 4));
        bound.add(sample(3, 4));
        double[] entries = bound.entries(new Branch(List.of()), new double[] {-9, -3});
        assertThat(entries[0]).isCloseTo(4 * 243 * U, CLOSE);
        assertThat(entries[1]).isCloseTo(4 * 78 * U, CLOSE);
    }

    /**
     * x = y = 2^30, t = 2^30 - 1: the bound is of the order of 2^60 u for a gradient of 2^30. But nothing rounds on the way, so what
     * is measured is the least that is ever taken: one rounding of the layer's largest entry, 16 times.
     */
    @Test
    void whatRoundingDoesIsMeasuredWhereTheBoundIsWide() {
        var bound = bound(Reduction.SUM, 1, 0, 1);
        bound.add(sample(0x1p30, 0x1p30 - 1));
        var branch = new Branch(List.of());
        double[] right = {0x1p30, 1};
        assertThat(bound.worst(branch)[0]).isGreaterThan(0x1p60 * U);
        assertThat(bound.entries(branch, right)).containsExactly(16 * U * 0x1p30, 16 * U * 0x1p30);
        var small = bound(Reduction.SUM, 1, 0, 1);
        small.add(sample(0x1p-10, 0x1p-10 - 0x1p-40));
        assertThat(small.entries(branch, new double[] {0x1p-50, 0x1p-40}))
                .containsExactly(16 * U * 0x1p-40, 16 * U * 0x1p-40);
    }

    /** A thousandth is rounded by programs: what is measured is more than one rounding, and less than some. */
    @Test
    void whatIsMeasuredIsWhatRoundingDoes() {
        var bound = bound(Reduction.SUM, 0.001, 0, 1);
        bound.add(sample(0x1p30 / 3, 0x1p30 / 3000 * (1 - 1e-10)));
        double x = 0x1p30 / 3;
        double z = 0.001 * x;
        double right = (z - 0x1p30 / 3000 * (1 - 1e-10)) * x;
        double measured = bound.entries(new Branch(List.of()), new double[] {right, right / x})[0];
        assertThat(measured).isBetween(2 * U * z * x, 16 * U * z * x);
    }

    /** Below the smallest normal number any product may be lost: 4 in z, one in the gradient. Nothing is measured there. */
    @Test
    void theSmallestNumbersAreAllowedToBeLost() {
        var bound = bound(Reduction.SUM, 1, 0, 1);
        bound.add(sample(1e-308, 0));
        double[] entries = bound.entries(new Branch(List.of()), new double[] {0, 1e-308});
        assertThat(entries[1]).isCloseTo(4 * 5 * Double.MIN_NORMAL, CLOSE);
    }
}
