package handgrad.bench;

import java.util.Arrays;

/**
 * The time of a step over many turns, in microseconds.
 *
 * @param micros the median
 * @param low the lower quartile
 * @param high the upper quartile: half of the turns were between these two
 */
public record Timing(double micros, double low, double high) {
    /** Of turns in any order, at least one; a quartile between two of them is between them in proportion. */
    static Timing of(double... turns) {
        double[] sorted = turns.clone();
        Arrays.sort(sorted);
        return new Timing(quantile(sorted, 0.5), quantile(sorted, 0.25), quantile(sorted, 0.75));
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** How far apart the quartiles are, as a share of the median. */
    public double spread() {
        return (high - low) / micros;
    }

    /** How many times as long as another. */
    public double over(Timing other) {
        return micros / other.micros;
    }
}
