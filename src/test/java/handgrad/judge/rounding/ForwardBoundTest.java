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

class ForwardBoundTest {
    private static final double U = 0x1p-52;

    /**
     * z = w x + b with w = 2, b = -5 and x = 3: x is rounded once, which makes 6 of z, and the sum rounds 4 times against 11. With
     * one rounding more, of the value or of 1 if that is larger, z = 1 is off by 51; at x = 30 z = 55, by 60 + 4 * 65 + 55. Eight
     * times these are allowed.
     */
    @Test
    void isThatOfEachStep() {
        var network =
                Network.dense(1, List.of(), 1, new Identity(), new Identity(), new HalfSquaredError(), Reduction.SUM);
        var samples = new Samples(new double[][] {{3}, {30}}, new double[][] {{0}, {0}});
        var answers = ForwardBound.of(new Point(network, new double[] {2, -5}), samples, Precision.DOUBLE);
        assertThat(answers).hasSize(1);
        assertThat(answers.get(0).values()).isDeepEqualTo(new double[][] {{1}, {55}});
        var close = Percentage.withPercentage(1e-10);
        assertThat(answers.get(0).errors()[0][0]).isCloseTo(8 * 51 * U, close);
        assertThat(answers.get(0).errors()[1][0]).isCloseTo(8 * 375 * U, close);
    }
}
