package handgrad.train.bench;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

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
        // Quartiles as R and NumPy take them where nothing else is said.
        var quartiles = new Percentile().withEstimationType(EstimationType.R_7);
        quartiles.setData(each);
        double mean = Arrays.stream(micros).sum() / Arrays.stream(steps).sum();
        return new Timing(mean, quartiles.evaluate(25), quartiles.evaluate(75));
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
