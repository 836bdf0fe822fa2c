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
import handgrad.network.function.loss.HalfSquaredError;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * What rounding is measured to do. Where nothing rounds, runs at random are all right, and 16 times one rounding of the layer's largest entry
 * is allowed, and as much of the smallest number.
 */
class SpreadTest {
    private static final double U = 0x1p-52;
    private static final double U_FLOAT = 0x1p-23;

    private static double[] measured(
            Network network, Precision precision, Samples samples, double[] theta, double share, double... right) {
        var point = new Point(network, theta);
        var bound = new RoundingBound(point, precision, samples.n());
        var parts = samples.parts(network);
        parts.forEach(bound::add);
        double[] shares = new double[bound.kinks().size()];
        Arrays.fill(shares, share);
        return new Spread(Setting.of(point, precision, samples.n()), parts)
                .entries(Branch.of(bound.kinks(), shares), right);
    }

    private static Network network(List<Integer> hidden, Activation output, Loss loss, Reduction reduction) {
        return Network.dense(1, hidden, 1, new Relu(), output, loss, reduction);
    }

    private static Samples samples(double... xs) {
        double[][] x = new double[xs.length][];
        double[][] t = new double[xs.length][];
        for (int s = 0; s < xs.length; s++) {
            x[s] = new double[] {xs[s]};
            t[s] = new double[] {4};
        }
        return new Samples(x, t);
    }

    /** x = 3, y = 2 relu(0 x), t = 4: dL/dz^1 = -8 times the share, dL/dv = 0, dL/dc = -4. */
    @Test
    void alongTheSidesOfAKink() {
        var network = network(List.of(1), new Identity(), new HalfSquaredError(), Reduction.SUM);
        double[] theta = {0, 0, 2, 0};
        for (double share : new double[] {0, 0.5, 1}) {
            double[] right = {-24 * share, -8 * share, 0, -4};
            double[] measured = measured(network, Precision.DOUBLE, samples(3), theta, share, right);
            double below = 16 * (U * 24 * share + Double.MIN_NORMAL);
            assertThat(measured).containsExactly(below, below, 16 * U * 4, 16 * U * 4);
        }
        // Measured along the other side, nothing is right.
        assertThat(measured(network, Precision.DOUBLE, samples(3), theta, 1, 0, 0, 0, -4)[0])
                .isEqualTo(16 * 24);
    }

    /** The mean of two samples that are the same, which add up exactly but for the rounding of each term. */
    @Test
    void ofAMean() {
        var network = network(List.of(), new Identity(), new HalfSquaredError(), Reduction.MEAN);
        double[] measured = measured(network, Precision.DOUBLE, samples(3, 3), new double[] {1, 0}, 0, -3, -1);
        assertThat(measured[0]).isBetween(16 * 3 * U, 16 * 3 * 2 * U);
        assertThat(measured[1]).isEqualTo(measured[0]);
    }

    /** What is given in double precision is rounded itself by programs in single precision: three numbers in each product here. */
    @Test
    void inSinglePrecisionInputsAreRounded() {
        var network = network(List.of(), new Identity(), new HalfSquaredError(), Reduction.SUM);
        double[] measured = measured(network, Precision.FLOAT, samples(3), new double[] {1, 0}, 0, -3, -1);
        // z = 3 and t = 4 are each off by up to half a unit, or z by one, 3.5 in all, three times that in dL/dw.
        assertThat(measured[0]).isBetween(16 * 5 * U_FLOAT, 16 * 3 * 6.0 * U_FLOAT);
        assertThat(measured(network, Precision.DOUBLE, samples(3), new double[] {1, 0}, 0, -3, -1)[0])
                .isEqualTo(16 * 3 * U);
    }

    /** Parameters too: y = relu(8) - 7.5 = 1/2 is off by up to 16 halves of a unit though nothing else rounds, at x = t = 0. */
    @Test
    void inSinglePrecisionParametersAreRounded() {
        var network = network(List.of(1), new Identity(), new HalfSquaredError(), Reduction.SUM);
        double[] theta = {0, 8, 1, -7.5};
        var zero = new Samples(new double[1][1], new double[1][1]);
        double measured = measured(network, Precision.FLOAT, zero, theta, 0, 0, 0.5, 4, 0.5)[1];
        assertThat(measured).isBetween(16 * 4.5 * U_FLOAT, 16 * 16 * U_FLOAT);
        // Targets of 8 and -7.5, which nearly cancel: each is off by half a unit, and the second again where it is
        // added.
        var line = network(List.of(), new Identity(), new HalfSquaredError(), Reduction.SUM);
        var cancelling = new Samples(new double[2][1], new double[][] {{8}, {-7.5}});
        assertThat(measured(line, Precision.FLOAT, cancelling, new double[2], 0, 0, -0.5)[1])
                .isBetween(16 * 4.5 * U_FLOAT, 16 * 12 * U_FLOAT);
    }

    /** Two samples at the kink, each on a side of its own: -24 and 0, in either order. */
    @Test
    void alongTheSidesOfSeveralSamples() {
        var network = network(List.of(1), new Identity(), new HalfSquaredError(), Reduction.SUM);
        var point = new Point(network, new double[] {0, 0, 2, 0});
        var samples = samples(3, 5);
        var bound = new RoundingBound(point, Precision.DOUBLE, 2);
        samples.parts(network).forEach(bound::add);
        var spread = new Spread(Setting.of(point, Precision.DOUBLE, 2), samples.parts(network));
        assertThat(spread.entries(Branch.of(bound.kinks(), 1, 0), new double[] {-24, -8, 0, -8})[0])
                .isCloseTo(16 * 24 * U, Percentage.withPercentage(1));
        assertThat(spread.entries(Branch.of(bound.kinks(), 0, 1), new double[] {-40, -8, 0, -8})[0])
                .isCloseTo(16 * 40 * U, Percentage.withPercentage(1));
    }

    /** x = 0.7, a = sigmoid(0.7), y = 3 a, t = 1: what rounding does is some roundings of dL/dz^1 = 3 (y - 1) a (1 - a). */
    @Test
    void ofAHiddenSigmoid() {
        var network =
                Network.dense(1, List.of(1), 1, new Sigmoid(), new Identity(), new HalfSquaredError(), Reduction.SUM);
        double a = 1 / (1 + Math.exp(-0.7));
        double delta = 3 * a - 1;
        double below = 3 * delta * a * (1 - a);
        var samples = new Samples(new double[][] {{0.7}}, new double[][] {{1}});
        double[] measured = measured(
                network, Precision.DOUBLE, samples, new double[] {1, 0, 3, 0}, 0, 0.7 * below, below, delta * a, delta);
        assertThat(measured[1]).isBetween(16 * below * U, 16 * 30 * below * U);
        assertThat(measured[3]).isBetween(16 * delta * U, 16 * 30 * delta * U);
    }

    /** y = t = 4 in the output: either side of |y - t| is a sign, in double precision exact but for one rounding of each. */
    @Test
    void ofALossAtItsKink() {
        var network = network(List.of(), new Identity(), new AbsoluteError(), Reduction.SUM);
        for (double side : new double[] {-1, 1}) {
            double[] right = {4 * side, side};
            double[] measured =
                    measured(network, Precision.DOUBLE, samples(4), new double[] {1, 0}, (side + 1) / 2, right);
            assertThat(measured[0]).isBetween(16 * 4 * U, 16 * 4 * 2 * U);
        }
    }

    /** A saturated sigmoid: y = 1 - e^-30, whose forms lose e^-30 to multiples of u, which y - t = -3 takes with it; and f' = e^-30. */
    @Test
    void ofFormsThatLoseDigits() {
        var network = network(List.of(), new Sigmoid(), new HalfSquaredError(), Reduction.SUM);
        double slope = Math.exp(-30) / Math.pow(1 + Math.exp(-30), 2);
        double delta = (1 / (1 + Math.exp(-30)) - 4) * slope;
        double measured =
                measured(network, Precision.DOUBLE, samples(30), new double[] {1, 0}, 0, 30 * delta, delta)[1];
        // 2 roundings of 1 may be lost of y (1 - y), a quarter of it in the runs, three times that of delta, 30 times
        // of dL/dw.
        assertThat(measured).isBetween(16 * 0.2 * 3 * 30 * U, 16 * 2.0 * 3 * 30 * U);
    }

    @Test
    void whereRunsOverflowNothingIsCertain() {
        var network = network(List.of(), new Identity(), new HalfSquaredError(), Reduction.SUM);
        double[] measured = measured(network, Precision.DOUBLE, samples(1e200), new double[] {1e200, 0}, 0, 1, 1);
        assertThat(measured[0]).isInfinite();
    }
}
