package handgrad.train;

import handgrad.compare.Comparison;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What was seen after {@code step} steps, over the whole training set.
 *
 * @param epoch completed epochs
 * @param engines one an engine, in their order
 * @param pairs one for each engine but the first, compared with the first
 */
public record Observation(long step, long epoch, List<State> engines, List<Pair> pairs) {
    public Observation {
        engines = List.copyOf(engines);
        pairs = List.copyOf(pairs);
    }

    /**
     * One engine: the reduced loss of the training set and the accuracies in 0..1.
     *
     * @param testAccuracy empty where there is no test set
     */
    public record State(String engine, double loss, double trainAccuracy, OptionalDouble testAccuracy) {}

    /**
     * The first engine against another one, which gives the scale.
     *
     * @param lossDifference first minus other
     * @param differingAnswers test samples on which the two answer differently; empty where there is no test set
     */
    public record Pair(
            String other,
            double lossDifference,
            Comparison gradient,
            Comparison parameters,
            OptionalInt differingAnswers) {}
}
