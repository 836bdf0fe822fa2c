package handgrad.lab;

import handgrad.Figures;
import handgrad.engine.Batch;
import handgrad.engine.Engine;
import handgrad.input.data.Task;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.lab.result.GradientsAtStart;
import handgrad.lab.result.Misstep;
import handgrad.lab.result.Mistaken;
import handgrad.network.Point;
import handgrad.train.Observation;
import handgrad.train.TrainingRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What can be said of any run, a sentence each. */
final class RunFindings {
    /** A tenth of all answers, or of the variance. */
    private static final double FAR = 0.1;

    private RunFindings() {}

    /** The mistake in each gradient that is not the oracle's. */
    static List<Misstep> atTheStart(GradientsAtStart gradients, List<Engine> engines, Batch few, Oracle oracle) {
        return IntStream.range(0, engines.size())
                .filter(i -> !gradients.judged().get(i).passes())
                .mapToObj(engines::get)
                .map(engine -> misstep(
                        engine.name(), oracle, engine.gradient(few).gradient().point()))
                .toList();
    }

    /** The mistake in a gradient at the start. */
    static Misstep misstep(String engine, Oracle oracle, Point gradient) {
        Diagnosis diagnosis = oracle.diagnose(gradient);
        Optional<String> unknown = diagnosis.findings().isEmpty()
                ? Optional.of(diagnosis.searched().nothingFound())
                : Optional.empty();
        return new Misstep(engine, 0, "the gradient", unknown, Mistaken.likeliest(diagnosis));
    }

    /** Names the mistake in a gradient. */
    static String wrong(Misstep misstep) {
        String mistakes = misstep.mistakes().stream()
                .map(mistake -> "%s, %s".formatted(mistake.name(), mistake.sentence()))
                .collect(Collectors.joining("; and "));
        return "The gradient of %s is wrong: %s."
                .formatted(misstep.whose(), misstep.known().orElse(mistakes));
    }

    /** Where the textbooks' form of a cross-entropy fails. */
    static List<String> onTheWay(TrainingRecord training) {
        return training.observations().stream()
                .filter(seen -> textbookFails(seen.engines().get(0)))
                .limit(1)
                .map(seen ->
                        ("Computed from the outputs, as textbooks write it, the cross-entropy of %s is %s after %s: "
                                        + "outputs have rounded to 0 or 1, and ln 0 is -Infinity. Computed from z, as here, it is %s.")
                                .formatted(
                                        seen.engines().get(0).engine(),
                                        seen.engines().get(0).textbookLoss().getAsDouble(),
                                        Figures.count(seen.step(), "step"),
                                        Figures.of(seen.engines().get(0).loss())))
                .toList();
    }

    /** Where the training set is answered much better than the test set. */
    static List<String> atTheEnd(TrainingRecord training) {
        TrainingRecord.Result end = training.first();
        String score = training.task().kind() == Task.Kind.REGRESSION ? "R²" : "accuracy";
        return end.testScore().stream()
                .filter(test -> end.trainScore() - test > FAR)
                .mapToObj(test ->
                        ("The training %s of %s, %s, is far above its test %s, %s: samples were learned by heart. "
                                        + "Fewer epochs or a narrower network may do better on others.")
                                .formatted(
                                        score,
                                        end.engine(),
                                        Figures.score(end.trainScore()),
                                        score,
                                        Figures.score(test)))
                .toList();
    }

    private static boolean textbookFails(Observation.State state) {
        return Double.isFinite(state.loss())
                && !Double.isFinite(state.textbookLoss().orElse(0));
    }
}
