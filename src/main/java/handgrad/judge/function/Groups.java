package handgrad.judge.function;

import java.util.Arrays;

/** Sums over groups of entries, given back to every entry of the group. */
final class Groups {
    private Groups() {}

    static double[] sums(double[] values, int[] groups) {
        double[] sums = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            sums[groups[i]] += values[i];
        }
        return spread(sums, groups);
    }

    static double[] means(double[] values, int[] groups) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        double[] counts = sums(ones, groups);
        double[] means = sums(values, groups);
        for (int i = 0; i < means.length; i++) {
            means[i] /= counts[i];
        }
        return means;
    }

    /** Each entry without the mean of its group. */
    static double[] centred(double[] values, int[] groups) {
        return Fit.plus(values, Fit.scaled(means(values, groups), -1));
    }

    /** How many groups there are. */
    static int count(int[] groups) {
        return (int) Arrays.stream(groups).distinct().count();
    }

    /** For each group the factor k with {@code values ~ k base} by least squares; 0 where the base is 0 throughout. */
    static double[] factors(double[] values, double[] base, int[] groups) {
        double[] products = sums(Fit.times(values, base), groups);
        double[] squares = sums(Fit.times(base, base), groups);
        for (int i = 0; i < products.length; i++) {
            products[i] = squares[i] == 0 ? 0 : products[i] / squares[i];
        }
        return products;
    }

    private static double[] spread(double[] byGroup, int[] groups) {
        double[] spread = new double[groups.length];
        for (int i = 0; i < groups.length; i++) {
            spread[i] = byGroup[groups[i]];
        }
        return spread;
    }
}
