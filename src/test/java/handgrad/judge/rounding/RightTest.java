package handgrad.judge.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.judge.rounding.RightGradients.Right;
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
}
