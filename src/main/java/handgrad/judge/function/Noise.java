package handgrad.judge.function;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * How much the loss of a program scatters by its own rounding. Of values at equal, small distances all but the scatter
 * disappears in their higher differences: the k-th differences of independent errors with the deviation s have the mean
 * square {@code s^2 (2k)! / (k!)^2}. After Moré and Wild, Estimating Computational Noise, SIAM J. Sci. Comput. 33 (2011).
 */
final class Noise {
    private static final int POINTS = 8;
    private static final int FIRST_ORDER = 4;
    private static final int LAST_ORDER = 6;

    private Noise() {}

    /**
     * The scatter on one side of the point, so that a kink at the point itself has no part in it. NaN where that is not known: where a
     * loss is not finite, or where all are equal, as losses of few digits are when places are too near each other.
     */
    static double along(DoubleUnaryOperator line, double step) {
        double[] differences = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            differences[i] = line.applyAsDouble((i + 1) * step);
        }
        if (Arrays.stream(differences).distinct().count() == 1) {
            return Double.NaN;
        }
        double least = Double.POSITIVE_INFINITY;
        double gamma = 1;
        for (int order = 1; order <= LAST_ORDER; order++) {
            differences = next(differences);
            gamma *= order / (2.0 * (2 * order - 1));
            if (order >= FIRST_ORDER) {
                double square =
                        Arrays.stream(differences).map(d -> d * d).average().orElseThrow();
                least = Math.min(least, Math.sqrt(gamma * square));
            }
        }
        return least;
    }

    private static double[] next(double[] values) {
        double[] next = new double[values.length - 1];
        for (int i = 0; i < next.length; i++) {
            next[i] = values[i + 1] - values[i];
        }
        return next;
    }
}
