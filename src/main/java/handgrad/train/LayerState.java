package handgrad.train;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How one layer of one engine stands.
 *
 * @param gradientSize the root of the mean square of {@code dL/dtheta} over the layer's weights and biases
 * @param updateRatio the length of the last step over the length of the parameters before it; empty at the start
 * @param updateShare the mean absolute last step over the mean absolute parameter before it, as DL4J's listeners have it; empty at
 *     the start
 * @param dead neurons that answer 0 to every sample
 * @param saturated neurons of a bounded activation that stand within a hundredth of a bound for 95 of 100 samples
 * @param spread the standard deviation of {@code a} over all neurons and samples
 * @param activations how often {@code a} has which size
 */
public record LayerState(
        double gradientSize,
        OptionalDouble updateRatio,
        OptionalDouble updateShare,
        int dead,
        int saturated,
        double spread,
        Histogram activations) {
    /**
     * Counts in bins of equal width; what lies outside is counted in the first and the last.
     *
     * @param from the lower end of the first bin
     * @param to the upper end of the last bin
     */
    public record Histogram(double from, double to, List<Integer> counts) {
        public Histogram {
            counts = List.copyOf(counts);
        }
    }
}
