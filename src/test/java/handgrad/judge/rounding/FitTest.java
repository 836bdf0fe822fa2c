package handgrad.judge.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shares that are known, and what they add up to, from which they have to be found again. */
class FitTest {
    /** In units of the tolerance: a share that is off by a thousandth is not within it. */
    private static final double LARGE = 1e4;

    private static Kink kink(boolean above, boolean exact) {
        return new Kink(new Kink.Place(0, 0, 0), 0, List.of(), above, exact, 0, 1);
    }

    private static List<Kink> below(int count) {
        return IntStream.range(0, count).mapToObj(k -> kink(false, true)).toList();
    }

    private static double[] found(List<Kink> kinks, double[][] columns, double... shares) {
        double[] wanted = new double[columns[0].length];
        for (int i = 0; i < wanted.length; i++) {
            for (int k = 0; k < shares.length; k++) {
                wanted[i] += shares[k] * columns[k][i];
            }
        }
        return new Fit(kinks, columns, wanted).shares();
    }

    private static double[][] random(int count, int rows, double size) {
        var random = new Random(count);
        return IntStream.range(0, count)
                .mapToObj(k -> random.doubles(rows, -size, size).toArray())
                .toArray(double[][]::new);
    }

    /** Least squares shares them out evenly, three quarters each, and the nearest of the usual are two ones. */
    @Test
    void halvesOfDependentKinksAreTriedOneByOne() {
        double[] shares = found(below(2), new double[][] {{LARGE}, {LARGE}}, 1, 0.5);

        assertThat(shares).containsExactlyInAnyOrder(1, 0.5);
    }

    /** Far more than can be tried one by one: as many equations as kinks have one solution. */
    @ParameterizedTest
    @ValueSource(ints = {11, 40, 128})
    void sharesOfIndependentKinksAreSolvedFor(int count) {
        double[] shares = new Random(1)
                .ints(count, 0, 3)
                .mapToDouble(share -> share / 2.0)
                .toArray();
        double[][] columns = new double[count][count];
        double[][] noise = random(count, count, LARGE / 10);
        for (int k = 0; k < count; k++) {
            columns[k][k] = 10 * LARGE;
            for (int i = 0; i < count; i++) {
                columns[k][i] += noise[k][i] / count;
            }
        }
        assertThat(found(below(count), columns, shares)).containsExactly(shares);
    }

    /** One equation for ten kinks, of 1, 2, 4, ... each: least squares find no share of 0 or 1, the sides are the bits of a number. */
    @ParameterizedTest
    @ValueSource(ints = {0b1011001101, 0b0100110010, 0b1110000111})
    void sidesOfUpToTenAreAllTried(int bits) {
        double[][] columns = IntStream.range(0, 10)
                .mapToObj(k -> new double[] {LARGE * (1 << k)})
                .toArray(double[][]::new);
        double[] sides = IntStream.range(0, 10).mapToDouble(k -> bits >> k & 1).toArray();
        assertThat(found(below(10), columns, sides)).containsExactly(sides);
    }

    /** A share for all of them, or for those only where a number stands exactly on its kink. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 1, 1", "0.5, 0.5, 0.5", "0, 0, 1", "1, 0, 1", "0.5, 0, 1", "0, 1, 1", "0, 0, 0"})
    void usualSharesAreFoundWhereEquationsAreTooFew(double exact, double near, double nearAbove) {
        var kinks = List.of(kink(false, true), kink(false, false), kink(true, false));
        double[][] columns = {{LARGE}, {3 * LARGE}, {9 * LARGE}};
        assertThat(found(kinks, columns, exact, near, nearAbove)).containsExactly(exact, near, nearAbove);
    }

    /** Of more than can be fitted otherwise, one alone on its other side. */
    @ParameterizedTest
    @CsvSource({"0, false, true", "7, false, true", "11, false, true", "3, true, false", "0, false, false"})
    void oneOnItsOtherSideIsFound(int which, boolean above, boolean exact) {
        var kinks = IntStream.range(0, 12).mapToObj(k -> kink(above, exact)).toList();
        double[] shares = new double[12];
        Arrays.fill(shares, above ? 1 : 0);
        shares[which] = above ? 0 : 1;
        assertThat(found(kinks, random(12, 1, LARGE), shares)).containsExactly(shares);
    }

    /** 0.9 is within the tolerance of 1 already; a side that leaves 0.3 is no better than rounding, one that leaves 0.1 is. */
    @Test
    void theOraclesSideIsKeptUnlessAnotherComesMuchCloser() {
        assertThat(new Fit(below(1), new double[][] {{1.2}}, new double[] {0.9}).shares())
                .containsExactly(0);
        assertThat(new Fit(below(1), new double[][] {{0.8}}, new double[] {0.9}).shares())
                .containsExactly(1);
    }

    /** Of 10, the side above explains 5 and the mean 2.5. */
    @Test
    void whereNothingFitsTheClosestIsGiven() {
        assertThat(new Fit(below(1), new double[][] {{5}}, new double[] {10}).shares())
                .containsExactly(1);
        assertThat(new Fit(below(1), new double[][] {{5}}, new double[] {-10}).shares())
                .containsExactly(0);
    }

    @Test
    void whatIsNotFiniteIsNotSolvedFor() {
        double[][] columns = random(11, 11, LARGE);
        columns[3][4] = Double.POSITIVE_INFINITY;
        assertThat(new Fit(below(11), columns, new double[11]).shares()).hasSize(11);
        double[] wanted = new double[11];
        wanted[2] = Double.NaN;
        assertThat(new Fit(below(11), random(11, 11, LARGE), wanted).shares()).containsOnly(0);
    }
}
