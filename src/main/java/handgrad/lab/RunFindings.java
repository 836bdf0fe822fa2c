package handgrad.lab;

import handgrad.Figures;
import handgrad.engine.Engine;
import handgrad.input.claim.Case;
import handgrad.judge.GradientCheck;
import handgrad.train.Observation;
import handgrad.train.TrainingRecord;
import java.util.List;

/** What can be said of any run, a sentence each. */
final class RunFindings {
    private RunFindings() {}

    /** Names the mistake in the gradient of each engine that is further from central differences than it may be. */
    static List<String> atTheStart(GradientCheck check, List<Engine> engines, Case start, Examiner examiner) {
        return engines.stream()
                .filter(engine -> check.pairs().stream()
                        .anyMatch(pair -> pair.left().equals(engine.name())
                                && pair.right().equals(GradientCheck.CENTRAL_DIFFERENCES)
                                && !pair.passes()))
                .map(engine -> "The gradient of %s is wrong: %s."
                        .formatted(
                                engine.name(),
                                examiner.mistake(
                                        start, engine.gradient(start.batch()).gradient())))
                .toList();
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

    private static boolean textbookFails(Observation.State state) {
        return Double.isFinite(state.loss())
                && !Double.isFinite(state.textbookLoss().orElse(0));
    }
}
