package handgrad.judge.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Precision;
import handgrad.network.number.Elementary;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class RoundingTest {
    private static final double U = 0x1p-52;
    private static final Percentage CLOSE = Percentage.withPercentage(1e-10);

    private final Rounding rounding = new Rounding(Precision.DOUBLE);

    @Test
    void whatIsGivenIsExactOrRoundedOnce() {
        assertThat(rounding.exact(3, -4).errors()).containsExactly(0, 0);
        assertThat(rounding.rounded(3, -4).errors()).containsExactly(3 * U, 4 * U);
        assertThat(rounding.u()).isEqualTo(U);
        assertThat(rounding.tiny()).isEqualTo(Double.MIN_NORMAL);
        assertThat(new Rounding(Precision.FLOAT).u()).isEqualTo(0x1p-23);
    }

    @Test
    void aLibraryRoundsEightTimes() {
        assertThat(rounding.ofLibrary(Elementary.EXP, 2, Math.exp(2))).isCloseTo(8 * U * Math.exp(2), CLOSE);
        assertThat(rounding.ofLibrary(Elementary.TANH, 0, 0)).isCloseTo(8 * U, CLOSE);
        assertThat(rounding.ofLibrary(Elementary.SOFTPLUS, -50, Math.exp(-50))).isCloseTo(8 * U, CLOSE);
    }

    /** tanh'(30) = 4 e^-60 = 3.5e-26, but for a factor (1 + e^-60)^2; erf'(6) = 2/sqrt(pi) e^-36 = 2.6e-16. */
    @Test
    void whatTendsToOneIsOffByNoMoreThanIsLeftToIt() {
        assertThat(rounding.ofLibrary(Elementary.TANH, 30, 1)).isCloseTo(8 * 4 * Math.exp(-60), CLOSE);
        assertThat(rounding.ofLibrary(Elementary.ERF, 7, 1))
                .isCloseTo(8 * 2 / Math.sqrt(Math.PI) * Math.exp(-49), CLOSE);
    }
}
