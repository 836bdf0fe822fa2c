package handgrad.network.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counting the representable numbers from one to another. */
class UlpsTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 1, -1, 0.1, 1e300, -1e-300, Double.MIN_VALUE, -Double.MIN_VALUE, 4.9e-320})
    void neighboursAreOneApart(double value) {
        assertThat(Ulps.between(value, Math.nextUp(value))).isEqualTo(1);
        assertThat(Ulps.between(value, Math.nextDown(value))).isEqualTo(1);
        assertThat(Ulps.between(value, value)).isZero();
    }

    @ParameterizedTest
    @ValueSource(floats = {0, -0f, 1, -1, 0.1f, 1e30f, -1e-30f, Float.MIN_VALUE})
    void neighbouringFloatsAreOneApart(float value) {
        assertThat(Ulps.between(value, Math.nextUp(value))).isEqualTo(1);
        assertThat(Ulps.between(value, Math.nextDown(value))).isEqualTo(1);
        assertThat(Ulps.between(value, value)).isZero();
    }

    /** 2^52 doubles, and 2^23 floats, lie from 1 to 2. */
    @Test
    void aPowerOfTwoHoldsAllFractions() {
        assertThat(Ulps.between(1.0, 2.0)).isEqualTo(0x1p52);
        assertThat(Ulps.between(1f, 2f)).isEqualTo(0x1p23);
    }

    @Test
    void theTwoZerosAreOneNumber() {
        assertThat(Ulps.between(-0.0, 0.0)).isZero();
        assertThat(Ulps.between(-0f, 0f)).isZero();
    }

    /** From the smallest negative over zero to the third smallest positive: 1 + 3 steps. */
    @Test
    void countsAcrossZero() {
        assertThat(Ulps.between(-Double.MIN_VALUE, 3 * Double.MIN_VALUE)).isEqualTo(4);
        assertThat(Ulps.between(-Float.MIN_VALUE, 3 * Float.MIN_VALUE)).isEqualTo(4);
    }

    /** There are twice as many numbers from -x to x as from 0 to x; for the largest, more than a long can count. */
    @Test
    void doesNotOverflow() {
        double half = Ulps.between(0.0, Double.MAX_VALUE);
        assertThat(Ulps.between(-Double.MAX_VALUE, Double.MAX_VALUE))
                .isEqualTo(2 * half)
                .isGreaterThan(0x1p63);
        assertThat(Ulps.between(-Float.MAX_VALUE, Float.MAX_VALUE)).isEqualTo(2 * Ulps.between(0f, Float.MAX_VALUE));
    }

    @Test
    void nanIsInfinitelyFarFromEverything() {
        assertThat(Ulps.between(Double.NaN, Double.NaN)).isInfinite();
        assertThat(Ulps.between(0.0, Double.NaN)).isInfinite();
        assertThat(Ulps.between(Float.NaN, 1f)).isInfinite();
    }

    @Test
    void infinityIsTheNeighbourOfTheLargestNumber() {
        assertThat(Ulps.between(Double.MAX_VALUE, Double.POSITIVE_INFINITY)).isEqualTo(1);
    }

    @Test
    void isADistance() {
        var random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            double a = random.nextGaussian();
            double b = a + Math.ulp(a) * random.nextInt(1000);
            assertThat(Ulps.between(a, b)).isEqualTo(Ulps.between(b, a)).isEqualTo(Ulps.between(-a, -b));
        }
    }
}
