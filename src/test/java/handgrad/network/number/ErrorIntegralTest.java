package handgrad.network.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The error function against its known values and its own derivative. */
class ErrorIntegralTest {
    /** M. Abramowitz and I. Stegun, Handbook of mathematical functions, table 7.1, with further digits. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 0.11246291601828489",
        "0.5, 0.52049987781304654",
        "1, 0.84270079294971487",
        "2, 0.99532226501895273",
        "3, 0.99997790950300141"
    })
    void hasTheValuesOfTheTable(double x, double erf) {
        assertThat(Math.abs(ErrorIntegral.of(x) - erf)).isLessThanOrEqualTo(2 * Math.ulp(erf));
        assertThat(ErrorIntegral.of(-x)).isEqualTo(-ErrorIntegral.of(x));
    }

    /** {@code erf(x) = 2 x / sqrt(pi)} up to a share of x^2 / 3; 1 from where the rest is below half a last place. */
    @Test
    void endsAreKnown() {
        double small = 2 / Math.sqrt(Math.PI) * 1e-9;
        assertThat(ErrorIntegral.of(1e-9)).isCloseTo(small, within(Math.ulp(small)));
        assertThat(ErrorIntegral.of(6)).isEqualTo(1);
        assertThat(ErrorIntegral.of(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(ErrorIntegral.of(Double.NaN)).isNaN();
        assertThat(ErrorIntegral.of(-0.0)).isEqualTo(-0.0);
    }

    /** The series and the continued fraction meet at 0.75 without a step; the slope there is {@code 2 / sqrt(pi) e^(-x^2)}. */
    @Test
    void bothFormsMeet() {
        double step = ErrorIntegral.of(0.75) - ErrorIntegral.of(Math.nextDown(0.75));
        assertThat(step).isBetween(-3 * Math.ulp(0.7), 3 * Math.ulp(0.7));
        double h = 1e-4;
        assertThat((ErrorIntegral.of(0.75 + h) - ErrorIntegral.of(0.75 - h)) / (2 * h))
                .isCloseTo(2 / Math.sqrt(Math.PI) * Math.exp(-0.5625), within(1e-8));
    }
}
