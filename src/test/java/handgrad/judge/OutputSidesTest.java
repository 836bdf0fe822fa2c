package handgrad.judge;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.Relu;
import handgrad.network.function.activation.Softmax;
import handgrad.network.function.loss.AbsoluteError;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.network.function.loss.MulticlassHinge;
import handgrad.network.layer.Dense;
import handgrad.network.layer.Layer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinks that are known by few entries, or share one. */
class OutputSidesTest {
    private static boolean passes(Network network, double[] theta, Samples samples, double... gradient) {
        var judge = new Judge(new Point(network, theta), samples, Precision.DOUBLE);
        assertThat(judge.atKink()).isTrue();
        return judge.judge(new Point(network, gradient)).passes();
    }

    /**
     * Scores (2, 1, 1, 1, 1) of the first class: all others are exactly 1 below it, each is pushed down by 0, 1 or 1/2, and the first up by
     * all of them. So no unit can be told from its own entries alone.
     */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, true",
        "0.5, 1, 1, 1, true",
        "1, 0.5, 1, 1, true",
        "1, 1, 1, 0.5, true",
        "0, 1, 0, 1, true",
        "0, 0.5, 0.5, 1, true",
        "0.25, 1, 1, 1, false",
        "1, 1, 0.75, 0, false",
        "-1, 1, 0, 0, false",
        "2, 0, 0, 0, false"
    })
    void marginsOfAHinge(double one, double two, double three, double four, boolean right) {
        var network =
                Network.dense(1, List.of(), 5, new Identity(), new Identity(), new MulticlassHinge(), Reduction.SUM);
        var samples = new Samples(new double[][] {{2}}, new double[][] {{1, 0, 0, 0, 0}});
        double[] theta = {1, 0.5, 0.5, 0.5, 0.5, 0, 0, 0, 0, 0};
        double[] delta = {-one - two - three - four, one, two, three, four};
        double[] gradient = new double[10];
        for (int k = 0; k < 5; k++) {
            gradient[k] = 2 * delta[k];
            gradient[5 + k] = delta[k];
        }
        assertThat(passes(network, theta, samples, gradient)).isEqualTo(right);
        gradient[5] += 1e-9;
        assertThat(passes(network, theta, samples, gradient)).isFalse();
    }

    /**
     * z = 0, y = softmax(z) = (1/2, 1/2) = t: |y - t| has the signs s_1 and s_2, and delta = (s_1 - s_2)/4 in the first output and its
     * opposite in the second. A share of 0 or 1 of the side above is a sign of -1 or 1.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 1, true",
        "1, 0, true",
        "0, 1, true",
        "1, 0.5, true",
        "0.5, 0, true",
        "0.25, 0, false",
        "1.5, 0, false",
        "0, 1.5, false"
    })
    void errorsOfASoftmax(double one, double other, boolean right) {
        var network = Network.dense(1, List.of(), 2, new Softmax(), new Softmax(), new AbsoluteError(), Reduction.SUM);
        var samples = new Samples(new double[][] {{3}}, new double[][] {{0.5, 0.5}});
        double delta = (one - other) / 2;
        assertThat(passes(network, new double[4], samples, 3 * delta, -3 * delta, delta, -delta))
                .isEqualTo(right);
        assertThat(passes(network, new double[4], samples, 3 * delta, -3 * delta, delta + 1e-9, -delta))
                .isFalse();
    }

    /** z = 0 x without a bias: one entry for each unit, at x = 3 and y - t = -4, behind weights of 2 and 3. */
    @ParameterizedTest
    @CsvSource({"0, 1, true", "1, 0, true", "0.5, 1, true", "0.75, 1, false", "0, 0.75, false"})
    void unitsOfOneEntry(double slope, double other, boolean right) {
        var layers = List.<Layer>of(new Dense(1, 2, new Relu(), false), new Dense(2, 1, new Identity()));
        var network = new Network(layers, new HalfSquaredError(), Reduction.SUM);
        var samples = new Samples(new double[][] {{3}}, new double[][] {{4}});
        double[] theta = {0, 0, 2, 3, 0};
        assertThat(passes(network, theta, samples, -24 * slope, -36 * other, 0, 0, -4))
                .isEqualTo(right);
    }
}
