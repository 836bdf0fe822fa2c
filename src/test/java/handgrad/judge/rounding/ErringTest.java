package handgrad.judge.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Precision;
import handgrad.network.number.Elementary;
import handgrad.network.number.Plain;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * The rules of running error analysis, worked by hand: the furthest that operands at the ends of their errors come to, and one
 * rounding u of the result, here that of single precision.
 */
class ErringTest {
    private static final double U = 0x1p-23;
    private static final double TINY = Float.MIN_NORMAL;

    private final Rounding rounding = new Rounding(Precision.FLOAT);

    private Erring erring(double value, double error) {
        return new Erring(Plain.of(value), new double[] {error}, rounding);
    }

    private static void assertIs(Erring row, double value, double error) {
        assertThat(row.value().value(0)).isCloseTo(value, Percentage.withPercentage(1e-12));
        assertThat(row.error(0)).isCloseTo(error, Percentage.withPercentage(1e-10));
    }

    @Test
    void errorsOfSumsAndDifferencesAddUp() {
        assertIs(erring(3, 0.5).plus(erring(-5, 0.25)), -2, 0.75 + 2 * U);
        assertIs(erring(3, 0.5).minus(erring(-5, 0.25)), 8, 0.75 + 8 * U);
    }

    /** 3.5 * 5.25 = 18.375, which is 3.375 from 15. */
    @Test
    void aProductIsFurthestOffWhereBothFactorsAreLargest() {
        assertIs(erring(3, 0.5).times(erring(-5, 0.25)), -15, 3.375 + 15 * U);
    }

    /** 6.5 / 1.75 is furthest from 3. */
    @Test
    void aQuotientIsFurthestOffWhereItsDivisorIsSmallest() {
        assertIs(erring(6, 0.5).over(erring(-2, 0.25)), -3, 6.5 / 1.75 - 3 + 3 * U);
    }

    @Test
    void aDivisorThatMayBeZeroLeavesNothingCertain() {
        assertThat(erring(6, 0).over(erring(2, 2)).error(0)).isInfinite();
        assertThat(erring(6, 0).over(erring(2, 3)).error(0)).isInfinite();
    }

    /** 1 / (1 + e^-z) where the exponential overflows: 0, and whatever the error of infinity is does not matter. */
    @Test
    void overAnInfiniteDivisorIsZero() {
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(erring(1, 0.5).over(erring(infinity, infinity)).error(0)).isEqualTo(TINY);
    }

    /** e^1.5 - e^1 and 8 roundings of e^1; ln x rises by 1/4 of what x does at 4; sqrt by 1/(2 sqrt x). */
    @Test
    void functionsPassErrorsOnAndRoundEightTimes() {
        assertIs(erring(1, 0.5).mapped(Elementary.EXP), Math.E, Math.exp(1.5) - Math.E + 8 * U * Math.E);
        assertIs(erring(4, 0.5).mapped(Elementary.LOG), Math.log(4), 0.5 / 4 + 8 * U * Math.log(4));
        assertIs(erring(16, 0.5).mapped(Elementary.SQRT), 4, 0.5 / 8 + 8 * U * 4);
    }

    @Test
    void whatIsExactAndZeroMayBeLostAndNoMore() {
        Erring zero = erring(0, 0);
        assertThat(zero.times(erring(5, 0.5)).error(0)).isEqualTo(TINY);
        assertThat(zero.over(erring(5, 0.5)).error(0)).isEqualTo(TINY);
        assertThat(zero.mapped(Elementary.SQRT).error(0)).isEqualTo(TINY);
        assertThat(erring(-1e9, 1).mapped(Elementary.EXP).error(0)).isEqualTo(TINY);
    }

    @Test
    void zeroTakesAnInfiniteErrorWithIt() {
        assertThat(Erring.times(0, Double.POSITIVE_INFINITY)).isZero();
        assertThat(Erring.times(Double.POSITIVE_INFINITY, 0)).isZero();
        assertThat(Erring.times(-2, 3)).isEqualTo(-6);
    }

    @Test
    void whatIsChosenKeepsItsErrorAndTheConditionIsNoted() {
        Erring one = erring(7, 0.5);
        Erring other = erring(8, 0.25);
        assertIs(erring(1, 0).choose(one, other), 7, 0.5);
        assertIs(erring(0, 0).choose(one, other), 8, 0.25);
        assertIs(erring(-1, 0).choose(one, other), 8, 0.25);
        assertThat(rounding.choices()).hasSize(3);
        assertThat(rounding.choices().get(2).value().value(0)).isEqualTo(-1);
    }

    @Test
    void aChoiceIsUndecidedWhereTheErrorReachesZero() {
        assertThat(erring(-1, 1).undecided(0)).isTrue();
        assertThat(erring(1, 0.999).undecided(0)).isFalse();
        assertThat(erring(0, 0).undecided(0)).isTrue();
    }

    /** k numbers are added up by k - 1 additions in any order, each of at most the sum of absolute values; 2 are to spare. */
    @Test
    void aSumRoundsAsOftenAsItHasTermsAndTwice() {
        var row = new Erring(Plain.of(1, -2, 4), new double[] {0.5, 0.25, 0.125}, rounding);
        Erring sum = row.sum();
        assertIs(sum, 3, 0.875 + 5 * U * 7);
        assertThat(sum.error(2)).isEqualTo(sum.error(0));
        assertThat(row.largest().error(0)).isEqualTo(0.5);
        assertThat(row.constant(3).errors()).containsExactly(0, 0, 0);
        assertThat(row.off(new double[] {1, 2, 3}).errors()).containsExactly(1.5, 2.25, 3.125);
    }
}
