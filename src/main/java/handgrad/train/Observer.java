package handgrad.train;

import handgrad.engine.Batch;
import handgrad.engine.Engine;
import handgrad.engine.LossGradient;
import handgrad.engine.Parameters;
import handgrad.engine.Rows;
import handgrad.input.data.Answers;
import handgrad.input.data.Split;
import handgrad.input.data.Task;
import handgrad.network.compare.Comparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Looks at engines without changing them: losses, gradients, parameters, answers. */
final class Observer {
    private final List<Engine> engines;
    private final Split split;
    private final Answered train;
    private final Optional<Answered> test;
    private final Optional<Surface> surface;

    Observer(List<Engine> engines, Split split) {
        this.engines = engines;
        this.split = split;
        this.train = new Answered(split.task(), split.train());
        this.test = split.test().map(batch -> new Answered(split.task(), batch));
        this.surface = Surface.of(engines.get(0).network(), split.train());
    }

    /** Samples and, for classes, the right answers to them. */
    private record Answered(Task task, Batch batch, Optional<Answers> classes) {
        Answered(Task task, Batch batch) {
            this(task, batch, answers(task, batch.y()));
        }

        /** @param outputs for the samples {@code [n, nOut]} */
        Answer of(INDArray outputs) {
            Optional<Answers> answers = answers(task, outputs);
            double score = answers.map(given -> given.accuracy(classes.orElseThrow()))
                    .orElseGet(() -> task.score(outputs, batch.y()));
            return new Answer(score, answers);
        }

        private static Optional<Answers> answers(Task task, INDArray outputs) {
            return switch (task.kind()) {
                case CLASSIFICATION -> Optional.of(Answers.of(outputs));
                case REGRESSION -> Optional.empty();
            };
        }
    }

    private record Answer(double score, Optional<Answers> answers) {}

    private record View(
            Engine engine,
            LossGradient gradient,
            OptionalDouble textbookLoss,
            Answer train,
            Optional<Answer> test,
            List<LayerState> layers) {}

    /** @param before where the last step of each engine began, if there was one */
    Observation observe(long step, long epoch, List<double[]> before) {
        var views = IntStream.range(0, engines.size())
                .mapToObj(i -> view(engines.get(i), before.stream().skip(i).findFirst()))
                .toList();
        var pairs = new ArrayList<Observation.Pair>();
        for (View other : views.subList(1, views.size())) {
            pairs.add(pair(views.get(0), other));
        }
        return new Observation(step, epoch, views.stream().map(Observer::state).toList(), pairs, heights());
    }

    private Optional<List<Double>> heights() {
        return surface.map(grid -> grid.heights(engines.get(0)));
    }

    Optional<Surface> surface() {
        return surface;
    }

    /** What the hidden neurons answer over the surface; none where there is no surface. */
    List<Surface.Neuron> neurons() {
        return surface.map(grid -> grid.neurons(engines.get(0))).orElse(List.of());
    }

    TrainingRecord.Result result(Engine engine, double stepSeconds) {
        View view = view(engine, Optional.empty());
        return new TrainingRecord.Result(
                state(view),
                engine.parameters().copy(),
                view.gradient.gradient(),
                rows(engine.output(split.train().x())),
                view.train.answers,
                view.test.flatMap(Answer::answers),
                stepSeconds);
    }

    private static List<List<Double>> rows(INDArray outputs) {
        return Arrays.stream(Rows.of(outputs))
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }

    private View view(Engine engine, Optional<double[]> before) {
        LossGradient gradient = engine.gradient(split.train());
        List<INDArray> activations = engine.activations(split.train().x());
        INDArray outputs = activations.get(activations.size() - 1);
        Answer seen = train.of(outputs);
        var textbook = TextbookLoss.of(engine.network(), outputs, split.train().y());
        var layers = Layers.of(engine, activations, gradient.gradient(), before);
        return new View(
                engine,
                gradient,
                textbook,
                seen,
                test.map(answered -> answered.of(engine.output(answered.batch.x()))),
                layers);
    }

    private static Observation.State state(View view) {
        var testScore = view.test.map(answer -> OptionalDouble.of(answer.score)).orElse(OptionalDouble.empty());
        return new Observation.State(
                view.engine.name(), view.gradient.loss(), view.textbookLoss, view.train.score, testScore, view.layers);
    }

    private static Observation.Pair pair(View first, View other) {
        var differing = first.test
                .flatMap(Answer::answers)
                .map(answers -> OptionalInt.of(
                        answers.differing(other.test.flatMap(Answer::answers).orElseThrow())))
                .orElse(OptionalInt.empty());
        return new Observation.Pair(
                other.engine.name(),
                first.gradient.loss() - other.gradient.loss(),
                compared(first.gradient.gradient(), other.gradient.gradient()),
                compared(first.engine.parameters(), other.engine.parameters()),
                differing);
    }

    private static Comparison compared(Parameters left, Parameters right) {
        return Comparison.of(left.point(), right.point(), left.precision());
    }
}
