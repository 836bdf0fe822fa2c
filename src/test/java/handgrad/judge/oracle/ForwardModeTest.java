package handgrad.judge.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.activation.Elu;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.loss.AbsoluteError;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.network.layer.Dense;
import handgrad.network.layer.Layer;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two layers that both stand at a kink, under a loss that does: x = 1, z^1 = x - 1 = 0, z^2 = 2 elu(z^1) = 0, L = |elu(z^2)|. elu(3)
 * has the slope 3 below and 1 above, |y| -1 and 1. It makes two choices: for the smaller of z and 0, and then for its value.
 */
class ForwardModeTest {
    private static final Network NETWORK =
            Network.dense(1, List.of(1), 1, new Elu(3), new Elu(3), new AbsoluteError(), Reduction.SUM);
    private static final int LOSS = 2;

    private static ForwardMode forward(double... xs) {
        double[][] x = new double[xs.length][];
        for (int s = 0; s < xs.length; s++) {
            x[s] = new double[] {xs[s]};
        }
        var theta = new Point(NETWORK, new double[] {1, -1, 2, 0});
        return new ForwardMode(theta, new Samples(x, new double[xs.length][1]));
    }

    private static double[] gradient(ForwardMode forward) {
        double[] gradient = new double[4];
        forward.addTo(gradient);
        return gradient;
    }

    /** dL/db^2 = L' f'(z^2), dL/dW^2 = 0, dL/db^1 = dL/dW^1 = L' f'(z^2) 2 f'(z^1). */
    @Test
    void eachFunctionTakesTheSideThatItIsTold() {
        ForwardMode forward = forward(1);
        assertThat(gradient(forward)).containsExactly(-18, -18, 0, -3);
        forward.lean(LOSS, new Lean(0, 0, 1));
        assertThat(gradient(forward)).containsExactly(18, 18, 0, 3);
        forward.lean(1, new Lean(1, 0, 1));
        assertThat(gradient(forward)).containsExactly(6, 6, 0, 1);
        forward.lean(0, new Lean(1, 0, 0.5));
        assertThat(gradient(forward)).containsExactly(4, 4, 0, 1);
        forward.leanNowhere();
        assertThat(gradient(forward)).containsExactly(-18, -18, 0, -3);
    }

    /** The smaller of z and 0, where it leans to 0, does not move. */
    @Test
    void eachChoiceOfAFunctionIsOne() {
        ForwardMode forward = forward(1);
        forward.lean(0, new Lean(0, 0, 1));
        assertThat(gradient(forward)).containsExactly(0, 0, 0, -3);
        forward.leanNowhere();
        forward.lean(1, new Lean(0, 0, 1));
        assertThat(gradient(forward)).containsExactly(0, 0, 0, 0);
    }

    /** At x = 2, z^1 = 1, z^2 = 2 and y = 2: all slopes are 1, and dL/dW^1 = 2 x, dL/dW^2 = a^1. */
    @Test
    void samplesAreAddedUpAndLeanEachByItself() {
        assertThat(gradient(forward(2))).containsExactly(4, 2, 1, 1);
        ForwardMode forward = forward(2, 1);
        assertThat(gradient(forward)).containsExactly(4 - 18, 2 - 18, 1, 1 - 3);
        forward.lean(0, new Lean(3, 0, 1));
        assertThat(gradient(forward)).containsExactly(4 - 6, 2 - 6, 1, 1 - 3);
        forward.lean(LOSS, new Lean(1, 0, 1));
        assertThat(gradient(forward)).containsExactly(4 + 6, 2 + 6, 1, 1 + 3);
    }

    @Test
    void theGradientOfTheReducedLossIsTheirMean() {
        var mean = Network.dense(1, List.of(1), 1, new Elu(3), new Elu(3), new AbsoluteError(), Reduction.MEAN);
        var samples = new Samples(new double[][] {{2}, {1}}, new double[2][1]);
        var gradient = ForwardMode.gradient(new Point(mean, new double[] {1, -1, 2, 0}), samples);
        assertThat(gradient.values()).containsExactly(-7, -8, 0.5, -1);
    }

    /** y = x W without a bias, x = (3, 4), W = (1 0; 2 1), so y = (11, 4), and t = (10, 6): dL/dW = x^T (y - t). */
    @Test
    void aLayerMayHaveNoBias() {
        var layers = List.<Layer>of(new Dense(2, 2, new Identity(), false));
        var network = new Network(layers, new HalfSquaredError(), Reduction.SUM);
        var samples = new Samples(new double[][] {{3, 4}}, new double[][] {{10, 6}});
        assertThat(ForwardMode.gradient(new Point(network, new double[] {1, 2, 0, 1}), samples)
                        .values())
                .containsExactly(3, 4, -6, -8);
    }
}
