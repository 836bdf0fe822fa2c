package handgrad.judge.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Coefficients of columns that are told apart, and how far they may be off. */
class LeastSquaresTest {
    private static final Offset<Double> ROUNDING = within(1e-12);

    /** A line {@code c0 + c1 s} through (0, 1), (1, 3), (2, 4): the normal equations 3 c0 + 3 c1 = 8, 3 c0 + 5 c1 = 11 have 7/6 and 3/2. */
    @Test
    void lineThroughThreePoints() {
        var line = LeastSquares.of(List.of(new double[] {1, 1, 1}, new double[] {0, 1, 2}));
        double[] c = line.coefficients(new double[] {1, 3, 4});
        assertThat(c).containsExactly(new double[] {7.0 / 6, 1.5}, ROUNDING);
        assertThat(line.combined(c)).containsExactly(new double[] {7.0 / 6, 8.0 / 3, 25.0 / 6}, ROUNDING);
    }

    /**
     * The coefficients of that line are {@code c0 = (5 v0 + 2 v1 - v2) / 6} and {@code c1 = (v2 - v0) / 2}: with each value off by up to e,
     * they are off by up to 8/6 e and e.
     */
    @Test
    void spreadIsThatOfTheWorstValues() {
        var line = LeastSquares.of(List.of(new double[] {1, 1, 1}, new double[] {0, 1, 2}));
        assertThat(line.spread(new double[] {0.3, 0.3, 0.3})).containsExactly(new double[] {0.4, 0.3}, ROUNDING);
    }

    @Test
    void columnThatDependsOnOthersIsLeftOut() {
        var basis = LeastSquares.of(List.of(
                new double[] {0, 0, 0},
                new double[] {1, 1, 0},
                new double[] {0, 1, 1},
                new double[] {2, 3, 1},
                new double[] {0, 0, 1}));
        assertThat(basis.used()).containsExactly(1, 2, 4);
    }

    /** What is made of the columns gives its coefficients back. */
    @Test
    void coefficientsOfACombinationComeBack() {
        var random = new SplittableRandom(3);
        for (int n = 0; n < 50; n++) {
            List<double[]> columns = Stream.generate(
                            () -> random.doubles(6, -1, 1).toArray())
                    .limit(3)
                    .toList();
            double[] wanted = random.doubles(3, -2, 2).toArray();
            double[] values = IntStream.range(0, 6)
                    .mapToDouble(i -> IntStream.range(0, 3)
                            .mapToDouble(k -> wanted[k] * columns.get(k)[i])
                            .sum())
                    .toArray();
            assertThat(LeastSquares.of(columns).coefficients(values)).containsExactly(wanted, within(1e-10));
        }
    }
}
