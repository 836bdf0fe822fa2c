package handgrad.network.compare;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Precision;
import org.junit.jupiter.api.Test;

/** How far apart is too far: powers of two, so that each figure is exact. */
class ToleranceTest {
    /** A double has 52 bits after the point, a float 23. */
    @Test
    void epsilonIsTheStepAfterOne() {
        assertThat(Precision.DOUBLE.epsilon()).isEqualTo(0x1p-52);
        assertThat(Precision.FLOAT.epsilon()).isEqualTo(0x1p-23);
    }

    /** 2^12 epsilon. */
    @Test
    void gradientsMayDifferByRounding() {
        assertThat(Tolerance.gradient(Precision.DOUBLE)).isEqualTo(0x1p-40).isBetween(9.0e-13, 9.2e-13);
        assertThat(Tolerance.gradient(Precision.FLOAT)).isEqualTo(0x1p-11).isBetween(4.8e-4, 4.9e-4);
    }

    /** 2^-26, and for floats 2^-11.5. */
    @Test
    void runsMayLoseHalfTheirDigits() {
        assertThat(Tolerance.trajectory(Precision.DOUBLE)).isEqualTo(0x1p-26);
        assertThat(Tolerance.trajectory(Precision.FLOAT)).isBetween(3.4e-4, 3.5e-4);
    }
}
