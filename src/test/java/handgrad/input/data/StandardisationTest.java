package handgrad.input.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The figures are those of NumPy's {@code mean} and {@code std}. */
class StandardisationTest {
    @Test
    void hasMeanAndPopulationDeviationOfEachColumn() {
        var fitted = Standardisation.of(new double[][] {{1, 0.5}, {2, -3.25}, {6, 11}});
        assertThat(fitted.mean()).containsExactly(3.0, 2.75);
        assertThat(fitted.deviation()).containsExactly(2.160246899469287, 6.031169040907409);
        assertThat(fitted.apply(0, 6)).isEqualTo(1.3887301496588271);
        assertThat(fitted.constant()).isEmpty();
    }

    /** Thirty times 0.1 has a mean that is not 0.1, and a variance that is not 0. */
    @Test
    void aColumnThatOnlyRoundingMovesHasDeviationOne() {
        double[][] rows = new double[30][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {0.1, i};
        }
        var fitted = Standardisation.of(rows);
        assertThat(fitted.constant()).containsExactly(0);
        assertThat(fitted.deviation().get(0)).isEqualTo(1);
        assertThat(fitted.deviation().get(1)).isEqualTo(8.65544144839919);
    }
}
