package handgrad.judge.rounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The shortest least-squares solution. */
class LeastSquaresTest {
    private static final Offset<Double> ROUNDING = within(1e-12);

    /** A line {@code x0 + x1 s} through (0, 1), (1, 3), (2, 4): the normal equations 3 x0 + 3 x1 = 8, 3 x0 + 5 x1 = 11 have 7/6 and 3/2. */
    @Test
    void lineThroughThreePoints() {
        double[] x = LeastSquares.solution(new double[][] {{1, 1, 1}, {0, 1, 2}}, 1, 3, 4);
        assertThat(x[0]).isCloseTo(7.0 / 6, ROUNDING);
        assertThat(x[1]).isCloseTo(1.5, ROUNDING);
    }

    /** Of all {@code x0 + 2 x1 = 5} the shortest is along (1, 2): (1, 2). */
    @Test
    void dependentColumnsShareWhatIsWanted() {
        double[] x = LeastSquares.solution(new double[][] {{3, 4}, {6, 8}}, 15, 20);
        assertThat(x).containsExactly(new double[] {1, 2}, ROUNDING);
    }

    @Test
    void columnOfZeroesGetsNothing() {
        assertThat(LeastSquares.solution(new double[][] {{0, 0}, {2, 0}}, 6, 1))
                .containsExactly(new double[] {0, 3}, ROUNDING);
        assertThat(LeastSquares.solution(new double[][] {{0, 0}}, 6, 1)).containsExactly(0);
    }

    /** What is left is orthogonal to every column: the condition that makes it the least. */
    @Test
    void restIsOrthogonal() {
        var random = new SplittableRandom(7);
        for (int n = 0; n < 50; n++) {
            double[][] columns = new double[3][5];
            for (double[] column : columns) {
                Arrays.setAll(column, i -> random.nextDouble(-1, 1));
            }
            double[] wanted = random.doubles(5, -1, 1).toArray();
            double[] x = LeastSquares.solution(columns, wanted);
            for (double[] column : columns) {
                double along = 0;
                for (int i = 0; i < 5; i++) {
                    double rest = wanted[i];
                    for (int k = 0; k < 3; k++) {
                        rest -= x[k] * columns[k][i];
                    }
                    along += column[i] * rest;
                }
                assertThat(along).isCloseTo(0, ROUNDING);
            }
        }
    }
}
