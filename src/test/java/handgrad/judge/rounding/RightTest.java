package handgrad.judge.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.judge.rounding.RightGradients.Right;
import handgrad.network.Network;
import handgrad.network.Penalty;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.loss.HalfSquaredError;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightTest {
    @ParameterizedTest
    @CsvSource({
        "5, 0, true",
        "5.5, 0.5, true",
        "4.5, 0.5, true",
        "5.5, 0.499, false",
        "4.5, 0.499, false",
        "5, Infinity, true",
        "5.5, Infinity, false",
        "NaN, Infinity, false",
        "Infinity, Infinity, false",
        "5, NaN, true",
        "5.5, NaN, false"
    })
    void anEntryIsRightWithinItsTolerance(double judged, double tolerance, boolean right) {
        var of = new Right(new double[] {5, 1}, new double[] {tolerance, 0});
        assertThat(of.has(new double[] {judged, 1}, 0)).isEqualTo(right);
        assertThat(of.has(new double[] {judged, 1})).isEqualTo(right);
    }

    @Test
    void everyEntryHasToBeRight() {
        var right = new Right(new double[] {5, 1, 2}, new double[] {1, 1, 1});
        assertThat(right.has(new double[] {5, 1, 2})).isTrue();
        assertThat(right.has(new double[] {7, 1, 2})).isFalse();
        assertThat(right.has(new double[] {5, 3, 2})).isFalse();
        assertThat(right.has(new double[] {5, 1, 4})).isFalse();
    }

    @Test
    void slackIsAddedEntryByEntry() {
        var wider = new Right(new double[] {5, 1}, new double[] {1, 2}).within(new double[] {0.25, 4});
        assertThat(wider.gradient()).containsExactly(5, 1);
        assertThat(wider.tolerance()).containsExactly(1.25, 6);
    }

    /**
     * y = w x + b with w = 2, b = -5, x = 3, t = 4, whose rounding {@link RoundingBoundTest} follows: 4 * 234 and 4 * 75. A penalty of w^2 / 4
     * adds 1 to dL/dw = -9; it may be off by n + 8 roundings of itself, and the sum by 2.
     */
    @Test
    void aPenaltyAddsItsOwnRounding() {
        var network =
                Network.dense(1, List.of(), 1, new Identity(), new Identity(), new HalfSquaredError(), Reduction.SUM);
        var samples = new Samples(new double[][] {{3}}, new double[][] {{4}});
        var point = new Point(network, new double[] {2, -5});
        var right = new RightGradients(point, samples, Precision.DOUBLE, new Penalty(0, 0.25, false)).natural();
        assertThat(right.gradient()).containsExactly(-8, -3);
        var close = Percentage.withPercentage(1e-10);
        assertThat(right.tolerance()[0]).isCloseTo((4 * 234 + 9 + 16) * 0x1p-52, close);
        assertThat(right.tolerance()[1]).isCloseTo(4 * 75 * 0x1p-52, close);
    }
}
