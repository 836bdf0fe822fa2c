package handgrad.train.bench;

import java.util.Arrays;

/**
 * The time of a step over many turns, in microseconds.
 *
 * @param micros the mean, all time over all steps: a collector's pause falls into few turns and is paid for in all
 * @param low the lower quartile of the turns
 * @param high the upper quartile: half of the turns were between these two
 */
public record Timing(double micros, double low, double high) {
    /**
     * Of turns in any order, at least one; a quartile between two of them is between them in proportion.
     *
     * @param micros what each turn took, all its steps together
     * @param steps how many they were
     */
    static Timing of(double[] micros, long[] steps) {
        double[] each = new double[micros.length];
        Arrays.setAll(each, i -> micros[i] / steps[i]);
        Arrays.sort(each);
        double mean = Arrays.stream(micros).sum() / Arrays.stream(steps).sum();
        return new Timing(mean, quantile(each, 0.25), quantile(each, 0.75));
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** How far apart the quartiles are, as a share of the mean. */
    public double spread() {
        return (high - low) / micros;
    }

    /** How many times as long as another. */
    public double over(Timing other) {
        return micros / other.micros;
    }
}
