package handgrad.judge.rounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which shares of some kinks make up what is wanted of some entries, {@code sum_k share_k column_k = wanted}, each entry measured by
 * its tolerance. A program takes one side or the other, or their mean: shares are 0, 1 or 1/2, and none between.
 */
final class Fit {
    static final double[] USUAL = {0, 1, 0.5};

    /** More kinks are not fitted by least squares. */
    private static final int FITTED = 128;

    /** Of more not all sides are tried, and of more than the second not all sides with their means. */
    private static final int TRIED = 10;

    private static final int TRIED_WITH_MEANS = 6;

    private final List<Kink> kinks;
    private final double[][] columns;
    private final double[] wanted;
    private double[] best;
    private double smallest = Double.POSITIVE_INFINITY;

    /** @param columns in units of the tolerance, as is what is wanted */
    Fit(List<Kink> kinks, double[][] columns, double[] wanted) {
        this.kinks = kinks;
        this.columns = columns;
        this.wanted = wanted;
        this.best = shares(kinks, Double.NaN, Double.NaN);
    }

    /** Where a given share is NaN, the oracle's side is taken. */
    static double[] shares(List<Kink> kinks, double exactly, double nearly) {
        return kinks.stream()
                .mapToDouble(kink -> {
                    double share = kink.exact() ? exactly : nearly;
                    return Double.isNaN(share) ? kink.natural() : share;
                })
                .toArray();
    }

    /** The best of the likely ones if it fits, or else the first that does, or else what comes closest. */
    double[] shares() {
        likely().forEach(this::fits);
        if (smallest <= 1) {
            return best;
        }
        int m = kinks.size();
        if (m <= FITTED && fits(leastSquares())) {
            return best;
        }
        Stream<double[]> sides = m <= TRIED ? all(m) : Stream.empty();
        return sides.filter(this::fits).findFirst().orElseGet(() -> best);
    }

    /** Every choice for each of m kinks: the digits of a number, in base 2 or 3. */
    private static Stream<double[]> all(int m) {
        int choices = m <= TRIED_WITH_MEANS ? USUAL.length : USUAL.length - 1;
        return IntStream.range(0, (int) Math.pow(choices, m)).mapToObj(number -> {
            double[] shares = new double[m];
            int rest = number;
            for (int k = 0; k < m; k++) {
                shares[k] = USUAL[rest % choices];
                rest /= choices;
            }
            return shares;
        });
    }

    private List<double[]> likely() {
        var likely = new ArrayList<double[]>();
        double[] natural = shares(kinks, Double.NaN, Double.NaN);
        likely.add(natural);
        for (double share : USUAL) {
            likely.add(shares(kinks, share, Double.NaN));
            likely.add(shares(kinks, share, share));
        }
        for (int k = 0; k < natural.length && natural.length <= FITTED; k++) {
            double[] flipped = natural.clone();
            flipped[k] = 1 - flipped[k];
            likely.add(flipped);
        }
        return likely;
    }

    private boolean fits(double[] shares) {
        double furthest = 0;
        for (int i = 0; i < wanted.length; i++) {
            double left = wanted[i];
            for (int k = 0; k < shares.length; k++) {
                left -= shares[k] * columns[k][i];
            }
            furthest = Math.max(furthest, Math.abs(left));
        }
        // By rounding alone a later one may come as close.
        if (furthest < smallest / 4 || (smallest > 1 && furthest < smallest)) {
            smallest = furthest;
            best = shares;
        }
        return furthest <= 1;
    }

    private double[] leastSquares() {
        if (!finite()) {
            return best;
        }
        double[] shares = LeastSquares.solution(columns, wanted);
        return Arrays.stream(shares).map(Fit::snapped).toArray();
    }

    private boolean finite() {
        return Arrays.stream(wanted).allMatch(Double::isFinite)
                && Arrays.stream(columns).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    }

    /** The nearest of the usual. */
    private static double snapped(double share) {
        return Math.max(0, Math.min(1, Math.rint(2 * share) / 2));
    }
}
