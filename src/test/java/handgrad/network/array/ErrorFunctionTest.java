package handgrad.network.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The error function against mpmath, and against another program of it everywhere. */
class ErrorFunctionTest {
    /** By mpmath with 60 digits, {@code erf(mpf(x))}: within a unit in the last place of 1. */
    @ParameterizedTest
    @CsvSource({
        "1e-10, 1.1283791670955126e-10",
        "0.03125, 0.035250373867322826",
        "0.5, 0.5204998778130465",
        "1, 0.8427007929497149",
        "2.03, 0.995906348443912",
        "3.97, 0.9999999802786297",
        "5.9, 1"
    })
    void knownValues(double x, double expected) {
        assertThat(Math.abs(ErrorFunction.of(x) - expected)).isLessThanOrEqualTo(Math.ulp(1.0));
        assertThat(ErrorFunction.of(-x)).isEqualTo(-ErrorFunction.of(x));
    }

    /** Commons Math's own is up to 1e-15 off, by mpmath, three times as far as this one. */
    @Test
    void isThatOfCommonsMathEverywhere() {
        new Random(1).doubles(100_000, -7, 7).forEach(x -> assertThat(Math.abs(ErrorFunction.of(x) - Erf.erf(x)))
                .as("at %s", x)
                .isLessThanOrEqualTo(2e-15));
    }

    /** At every node and halfway between two, where one polynomial hands over to the next. */
    @Test
    void hasNoStepsWherePolynomialsMeet() {
        for (double x = 0; x < 6.5; x += 0x1p-5) {
            double below = ErrorFunction.of(Math.nextDown(x));
            double above = ErrorFunction.of(Math.nextUp(x));
            assertThat(above - below).as("at %s", x).isBetween(-0x1p-51, 0x1p-51);
        }
    }

    @Test
    void hasItsLimitsAtTheEndsAndPassesNaNOn() {
        assertThat(ErrorFunction.of(0)).isZero();
        assertThat(ErrorFunction.of(1e300)).isEqualTo(1);
        assertThat(ErrorFunction.of(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(ErrorFunction.of(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(ErrorFunction.of(Double.NaN)).isNaN();
    }
}
