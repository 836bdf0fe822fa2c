package handgrad.train;

import handgrad.compare.Comparison;
import handgrad.data.Answers;
import handgrad.data.Split;
import handgrad.engine.Engine;
import handgrad.engine.LossGradient;
import handgrad.network.Batch;
import handgrad.network.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Looks at engines without changing them: losses, gradients, parameters, answers. */
final class Observer {
    private final List<Engine> engines;
    private final Split split;
    private final Answers trainClasses;
    private final Optional<Answers> testClasses;

    Observer(List<Engine> engines, Split split) {
        this.engines = engines;
        this.split = split;
        this.trainClasses = Answers.of(split.train().y());
        this.testClasses = split.test().map(test -> Answers.of(test.y()));
    }

    Observation observe(long step, long epoch) {
        var views = engines.stream().map(this::view).toList();
        var pairs = new ArrayList<Observation.Pair>();
        for (View other : views.subList(1, views.size())) {
            pairs.add(pair(views.get(0), other));
        }
        return new Observation(step, epoch, views.stream().map(this::state).toList(), pairs);
    }

    TrainingRecord.Result result(Engine engine, double stepSeconds) {
        View view = view(engine);
        var state = state(view);
        return new TrainingRecord.Result(
                engine.name(),
                state.loss(),
                state.trainAccuracy(),
                state.testAccuracy(),
                rows(engine.output(split.train().x())),
                view.trainAnswers,
                view.testAnswers,
                stepSeconds);
    }

    private static List<List<Double>> rows(INDArray outputs) {
        return Arrays.stream(Rows.of(outputs))
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }

    private record View(Engine engine, LossGradient gradient, Answers trainAnswers, Optional<Answers> testAnswers) {}

    private View view(Engine engine) {
        return new View(
                engine,
                engine.gradient(split.train()),
                answers(engine, split.train()),
                split.test().map(test -> answers(engine, test)));
    }

    private static Answers answers(Engine engine, Batch batch) {
        return Answers.of(engine.output(batch.x()));
    }

    private Observation.State state(View view) {
        var testAccuracy =
                testClasses.map(classes -> view.testAnswers.orElseThrow().accuracy(classes));
        return new Observation.State(
                view.engine.name(),
                view.gradient.loss(),
                view.trainAnswers.accuracy(trainClasses),
                testAccuracy.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }

    private static Observation.Pair pair(View first, View other) {
        var differing = first.testAnswers.map(answers -> answers.differing(other.testAnswers.orElseThrow()));
        return new Observation.Pair(
                other.engine.name(),
                first.gradient.loss() - other.gradient.loss(),
                Comparison.of(first.gradient.gradient(), other.gradient.gradient()),
                Comparison.of(first.engine.parameters(), other.engine.parameters()),
                differing.map(OptionalInt::of).orElse(OptionalInt.empty()));
    }
}
