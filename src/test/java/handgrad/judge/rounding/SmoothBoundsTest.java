package handgrad.judge.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.activation.Softmax;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.network.function.loss.CrossEntropy;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.testing.Cubic;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * Bounds of the rounding error of a gradient, worked by hand, in units of rounding; four times these are allowed. A gradient that adds up
 * one sample rounds it 6 times, as does its product with x.
 */
class SmoothBoundsTest {
    private static final double U = 0x1p-52;

    private static void assertBound(Network network, double[] theta, double x, double[] t, double... roundings) {
        var bound = new RoundingBound(new Point(network, theta), Precision.DOUBLE, 1);
        assertThat(bound.add(new Samples(new double[][] {{x}}, new double[][] {t})))
                .isFalse();
        double[] worst = bound.worst(new Branch(List.of()));
        for (int i = 0; i < worst.length; i++) {
            assertThat(worst[i]).isCloseTo(4 * roundings[i] * U, Percentage.withPercentage(1e-10));
        }
    }

    /**
     * y = sigmoid(0) = 1/2 is off by 4, y - t = 1/2 by 4.5, as is 1 - y; y (1 - y) = 1/4 by 2.25 + 2 + 0.25 = 4.5, their product 1/8 by
     * 2.25 + 1.125 + 0.125, and the forms of f' by 2 * 1/2: 4.5. Where f' cancels, y - t is delta.
     */
    @Test
    void ofASigmoid() {
        var squared =
                Network.dense(1, List.of(), 1, new Sigmoid(), new Sigmoid(), new HalfSquaredError(), Reduction.SUM);
        assertBound(squared, new double[] {0, 0}, 1, new double[] {0}, 4.5 + 7 / 8.0, 4.5 + 6 / 8.0);
        var entropy =
                Network.dense(1, List.of(), 1, new Sigmoid(), new Sigmoid(), new BinaryCrossEntropy(), Reduction.SUM);
        assertBound(entropy, new double[] {0, 0}, 1, new double[] {0}, 4.5 + 7 / 2.0, 4.5 + 6 / 2.0);
    }

    /**
     * z^1 = 3 - 3 = 0 is off by 3 + 4 * 6 = 27, a = 1/2 by 4 and 27/4, y = 2 a = 1 by twice that and 4, delta^2 = -4 by 9 + 25.5, dL/da = -8
     * by 2 * 34.5 + 32 = 101. f' = 1/4 is off by 4.5 as above, and f'' = 0: delta^1 = -2 by 8 * 4.5 + 101/4 + 2, and by 2 * 8 in the forms:
     * 79.25.
     */
    @Test
    void ofAHiddenSigmoid() {
        var network =
                Network.dense(1, List.of(1), 1, new Sigmoid(), new Identity(), new HalfSquaredError(), Reduction.SUM);
        double[] roundings = {3 * 79.25 + 2 * 3 + 6 * 6, 79.25 + 6 * 2, 34.5 / 2 + 4 * 10.75 + 6 * 2, 34.5 + 6 * 4};
        assertBound(network, new double[] {1, -3, 2, 0}, 3, new double[] {5}, roundings);
    }

    /**
     * z^1 = 5 - 3 = 2 is off by 5 + 4 * 8 = 37, a = z^3 = 8 by 8 * 8 and 12 * 37: 508; y = a/4 = 2 by 127 + 8, delta^2 = -4 by 10 + 135,
     * dL/da = -1 by 145/4 + 4 = 40.25. f' = 3 z^2 = 12 rounds 4 * 3 + 12 = 24, and delta^1 = -12 with it by 24 + 12 * 40.25 + 12; f'' = 6 z
     * makes 12 * 37 of the error of z: 963.
     */
    @Test
    void ofAHiddenCube() {
        var network =
                Network.dense(1, List.of(1), 1, new Cubic(), new Identity(), new HalfSquaredError(), Reduction.SUM);
        double[] roundings = {5 * 963 + 12 * 5 + 6 * 60, 963 + 6 * 12, 8 * 145 + 4 * 508 + 6 * 32, 145 + 6 * 4};
        assertBound(network, new double[] {1, -3, 0.25, 0}, 5, new double[] {6}, roundings);
    }

    /**
     * z = (0, 0), each off by 27. Of equal exponentials e = 1, off by 8, the sum is 2, off by 16 + 4 * 2, and y = 1/2 by (8 + 12)/2 + 1/2 =
     * 10.5. y times the sum of t, which is 1, off by 1 + 4: 10.5 + 5/2 + 1/2; less t another 1/2, and 1 where t is 1. Each z enters each y
     * with a slope of 1/4: 2 * 27/4.
     */
    @Test
    void ofASoftmax() {
        var network = Network.dense(1, List.of(), 2, new Softmax(), new Softmax(), new CrossEntropy(), Reduction.SUM);
        double one = 13.5 + 1.5 + 13.5;
        double other = 13.5 + 0.5 + 13.5;
        double[] roundings = {3 * one + 1.5 + 9, 3 * other + 1.5 + 9, one + 3, other + 3};
        assertBound(network, new double[] {1, 1, -3, -3}, 3, new double[] {1, 0}, roundings);
    }

    /**
     * With p = softmax(z)_1 and t = (1, 0), dL/dz_1 of the squared error is -2 p (1 - p)^2, which moves by 1/2 of p at p = 1/2, and p by 1/4 of
     * z_1 and -1/4 of z_2: 27/4 where both are off by 27, though it would not move if they moved together.
     */
    @Test
    void ofASoftmaxUnderASquaredError() {
        var network =
                Network.dense(1, List.of(), 2, new Softmax(), new Softmax(), new HalfSquaredError(), Reduction.SUM);
        double off = biasBound(network, 1, 1, -3, -3) - biasBound(network, 0, 0, 0, 0);
        assertThat(off).isCloseTo(4 * 27 / 4.0 * U, Percentage.withPercentage(1e-10));
    }

    private static double biasBound(Network network, double... theta) {
        var bound = new RoundingBound(new Point(network, theta), Precision.DOUBLE, 1);
        bound.add(new Samples(new double[][] {{3}}, new double[][] {{1, 0}}));
        return bound.worst(new Branch(List.of()))[2];
    }
}
