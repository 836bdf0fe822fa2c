package handgrad.judge.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    /** Differences of a smooth function with scatter of a known deviation: it comes out, within what eight values can tell. */
    @Test
    void scatterIsMeasured() {
        var random = new Random(6);
        double sum = 0;
        for (int i = 0; i < 100; i++) {
            sum += Noise.along(t -> Math.exp(t) + 1e-9 * random.nextGaussian(), 1e-5);
        }
        assertThat(sum / 100).isCloseTo(1e-9, Percentage.withPercentage(50));
    }

    @Test
    void valuesThatAreAllEqualTellNothing() {
        assertThat(Noise.along(t -> 3, 1e-5)).isNaN();
        assertThat(Noise.along(t -> t > 4e-5 ? Double.NaN : t, 1e-5)).isNaN();
    }

    /** Central differences of {@code t^3 + 3t} are {@code 3 + h^2}: one extrapolation makes them exact. */
    @Test
    void extrapolationTakesOutTheSquareOfTheStep() {
        Extrapolation found =
                Extrapolation.of(new double[] {3 + 1, 3 + 1 / 4.0, 3 + 1 / 16.0, 3 + 1 / 64.0}, new double[4], 2);
        assertThat(found.value()).isCloseTo(3, Offset.offset(1e-14));
        assertThat(found.error()).isLessThan(1e-14);
    }

    /** Differences that go with 1/h do not settle: the step is too large, whatever they seem to agree on. */
    @Test
    void differencesThatDoNotSettleHaveALargeError() {
        Extrapolation found = Extrapolation.of(new double[] {1, 2, 4, 8}, new double[4], 2);
        assertThat(found.error()).isGreaterThanOrEqualTo(7);
    }

    @Test
    void theErrorIsNeverLessThanWhatScatterDoes() {
        Extrapolation found = Extrapolation.of(new double[] {1, 1, 1, 1}, new double[] {1e-3, 2e-3, 4e-3, 8e-3}, 2);
        assertThat(found.value()).isEqualTo(1);
        assertThat(found.error()).isGreaterThanOrEqualTo(1e-3);
        assertThat(found.scattered()).isTrue();
    }

    /** y = 2 a - 3 b, and a third column a + b that tells nothing new. */
    @Test
    void leastSquaresLeavesOutWhatDependsOnOthers() {
        double[] a = {1, 2, 0, 1};
        double[] b = {0, 1, 1, -1};
        var basis = LeastSquares.of(List.of(a, b, Fit.plus(a, b)));
        assertThat(basis.used()).containsExactly(0, 1);
        double[] found = basis.coefficients(Fit.plus(Fit.scaled(a, 2), Fit.scaled(b, -3)));
        assertThat(found[0]).isCloseTo(2, Offset.offset(1e-14));
        assertThat(found[1]).isCloseTo(-3, Offset.offset(1e-14));
        assertThat(basis.combined(found)).containsExactly(new double[] {2, 1, -3, 5}, Offset.offset(1e-14));
    }

    @Test
    void broadcastingIsNumpys() {
        assertThat(Shapes.broadcast(List.of(2), new double[] {5, 7}, List.of(3, 2)))
                .containsExactly(5, 7, 5, 7, 5, 7);
        assertThat(Shapes.broadcast(List.of(3, 1), new double[] {1, 2, 3}, List.of(3, 2)))
                .containsExactly(1, 1, 2, 2, 3, 3);
        assertThat(Shapes.broadcast(List.of(), new double[] {4}, List.of(2))).containsExactly(4, 4);
        assertThat(Shapes.broadcast(List.of(3), new double[3], List.of(3, 2))).isNull();
        assertThat(Shapes.broadcast(List.of(2, 2), new double[4], List.of(2))).isNull();
        assertThat(Shapes.index(List.of(2, 3), 5)).containsExactly(1, 2);
        assertThat(Shapes.flat(List.of(2, 3), List.of(1, 2))).isEqualTo(5);
        assertThat(Shapes.groups(List.of(2, 3), List.of(0))).containsExactly(0, 1, 2, 0, 1, 2);
    }
}
