package handgrad.train;

import handgrad.network.compare.Comparison;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What was seen after {@code step} steps, over the whole training set.
 *
 * @param epoch completed epochs
 * @param engines one an engine, in their order
 * @param pairs one for each engine but the first, compared with the first
 * @param surface what the first engine puts out over the {@link Surface}, if there is one
 */
public record Observation(
        long step, long epoch, List<State> engines, List<Pair> pairs, Optional<List<Double>> surface) {
    public Observation {
        engines = List.copyOf(engines);
        pairs = List.copyOf(pairs);
    }

    /**
     * One engine: the reduced loss of the training set, and the scores of its answers: accuracy in 0..1, or R².
     *
     * @param textbookLoss a cross-entropy once more, computed from the outputs as textbooks write it; empty for squared errors
     * @param testScore empty where there is no test set
     * @param layers how each layer stands
     */
    public record State(
            String engine,
            double loss,
            OptionalDouble textbookLoss,
            double trainScore,
            OptionalDouble testScore,
            List<LayerState> layers) {
        public State {
            layers = List.copyOf(layers);
        }
    }

    /**
     * The first engine against another one, which gives the scale.
     *
     * @param lossDifference first minus other
     * @param differingAnswers test samples on which the two answer differently; empty where there are no classes or no test set
     */
    public record Pair(
            String other,
            double lossDifference,
            Comparison gradient,
            Comparison parameters,
            OptionalInt differingAnswers) {}
}
