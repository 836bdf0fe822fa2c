package handgrad.judge.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.judge.oracle.Lean;
import java.util.List;
import org.junit.jupiter.api.Test;

class KinkTest {
    /** On sample 2 of a function of two choices, the one of them asked with the opposite sign. */
    private static final Kink KINK = new Kink(
            new Kink.Place(0, 1, 2),
            5,
            List.of(new Kink.Choice(0, 4, false), new Kink.Choice(1, 4, true)),
            true,
            false,
            2,
            10);

    @Test
    void aSlopeIsThatOfOneSideOrASharedOne() {
        assertThat(KINK.slope(0)).isEqualTo(2);
        assertThat(KINK.slope(1)).isEqualTo(10);
        assertThat(KINK.slope(0.5)).isEqualTo(6);
        assertThat(KINK.slope(0.25)).isEqualTo(0.25 * 10 + 0.75 * 2);
    }

    @Test
    void aSideThatIsNotTakenDoesNotCountWhateverItsSlope() {
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(new Kink(KINK.place(), 0, List.of(), true, true, infinity, 1).slope(1))
                .isEqualTo(1);
        assertThat(new Kink(KINK.place(), 0, List.of(), true, true, 1, infinity).slope(0))
                .isEqualTo(1);
    }

    @Test
    void theOraclesSideIsThatOfItsValue() {
        assertThat(KINK.natural()).isEqualTo(1);
        assertThat(new Kink(KINK.place(), 0, List.of(), false, true, 0, 1).natural())
                .isZero();
    }

    @Test
    void choicesAreNumberedOnTheSampleAndAmongAll() {
        assertThat(KINK.alone(0.25)).containsExactly(new Lean(0, 5, 0.25), new Lean(1, 5, 0.75));
        assertThat(KINK.amongSamples(0.25)).containsExactly(new Lean(4, 5, 0.25), new Lean(5, 5, 0.75));
    }
}
