package handgrad.train;

import handgrad.engine.Parameters;
import handgrad.input.data.Answers;
import handgrad.input.data.Task;
import handgrad.network.compare.Tolerance;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All that a run has shown.
 *
 * @param steps made in all
 * @param observations at the scheduled steps, the first at step 0, the last at the end
 * @param results one an engine, in their order
 * @param divergences one for each engine but the first
 * @param surface the grid on which the outputs of a network of two inputs were observed
 * @param neurons what hidden neurons of the first engine answer there at the end
 */
public record TrainingRecord(
        Task task,
        long steps,
        long stepsPerEpoch,
        List<Observation> observations,
        Outcome outcome,
        List<Result> results,
        List<Divergence> divergences,
        Optional<Surface> surface,
        List<Surface.Neuron> neurons,
        Times times) {
    public TrainingRecord {
        observations = List.copyOf(observations);
        results = List.copyOf(results);
        divergences = List.copyOf(divergences);
        neurons = List.copyOf(neurons);
    }

    /**
     * Where the time went, in seconds; what is neither in the engines' steps nor here went into picking batches, comparing
     * parameters after each step and showing progress.
     *
     * @param total from before the first observation to after the last
     * @param observing spent on observations: losses, gradients, answers, layers
     */
    public record Times(double total, double observing) {}

    /**
     * Where an engine ended.
     *
     * @param parameters where the engine stands
     * @param gradient of the training set there
     * @param predictions the outputs {@code [n, nOut]} for the training set
     * @param trainAnswers the classes answered for the training set, where the task has classes
     * @param testAnswers the classes answered for the test set, where there is one
     * @param stepSeconds the time spent in its steps
     */
    public record Result(
            Observation.State state,
            Parameters parameters,
            Parameters gradient,
            List<List<Double>> predictions,
            Optional<Answers> trainAnswers,
            Optional<Answers> testAnswers,
            double stepSeconds) {
        public String engine() {
            return state.engine();
        }

        public double loss() {
            return state.loss();
        }

        public double trainScore() {
            return state.trainScore();
        }

        public OptionalDouble testScore() {
            return state.testScore();
        }

        /** For the test set, or for the training set where there is no other. */
        public Answers answers() {
            return testAnswers.or(() -> trainAnswers).orElseThrow();
        }
    }

    /**
     * How the first engine and another one part.
     *
     * @param firstStep the first step after which their parameters differ by more than the tolerance
     * @param where the first engine's parameters there
     * @param largest the largest relative difference of their parameters after any step (before they are re-synced)
     * @param largestStep when that was
     */
    public record Divergence(
            String other, Optional<Long> firstStep, Optional<Parameters> where, double largest, long largestStep) {}

    public Observation last() {
        return observations.get(observations.size() - 1);
    }

    /** The engine that everything else is compared with. */
    public Result first() {
        return results.get(0);
    }

    /** The seconds that all engines together spent in their steps. */
    public double stepSeconds() {
        return results.stream().mapToDouble(Result::stepSeconds).sum();
    }

    /**
     * Whether two engines stand at one point when they are observed, within the tolerance of a training run. Elsewhere their
     * gradients are those of two points, and to compare them says nothing.
     */
    public boolean together(Observation.Pair pair) {
        return pair.parameters()
                .within(Tolerance.trajectory(first().parameters().precision()));
    }

    /** The largest relative gradient difference where engines stand together; 0 with a single engine, NaN if not finite. */
    public double maxGradientDifference() {
        return observations.stream()
                .flatMap(observation -> observation.pairs().stream())
                .filter(this::together)
                .mapToDouble(pair -> pair.gradient().maxRelative())
                .reduce(0, Math::max);
    }

    /** The largest relative parameter difference after any step. */
    public double maxParameterDifference() {
        return divergences.stream().mapToDouble(Divergence::largest).reduce(0, Math::max);
    }

    public Optional<Long> firstDivergentStep() {
        return divergences.stream()
                .flatMap(divergence -> divergence.firstStep().stream())
                .min(Long::compare);
    }
}
