package handgrad.show.text;

import handgrad.Figures;
import handgrad.input.data.Task;
import handgrad.lab.result.GradientsAtStart;
import handgrad.lab.result.GradientsAtStart.Check;
import handgrad.lab.result.OwnRecord;
import handgrad.lab.result.Run;
import handgrad.lab.result.Verdict;
import handgrad.train.Outcome;
import handgrad.train.TrainingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is said of a run first: the verdict in a sentence, and the comparison in a few rows. */
public final class Summary {
    private Summary() {}

    /** The verdict in one sentence. */
    public static String verdict(Run run) {
        TrainingRecord training = run.training();
        return switch (run.verdict()) {
            case GRADIENTS_DIFFER -> "Gradients differ at the start: " + failures(run.gradientsAtStart());
            case OWN_FAILED -> "The run ended early: " + ending(training);
            case OWN_WRONG ->
                "%s is wrong from step %d on, first in %s."
                        .formatted(
                                Run.OWN,
                                run.own().flatMap(OwnRecord::firstWrong).orElseThrow(),
                                run.own().flatMap(OwnRecord::first).orElseThrow());
            case NOT_FINITE -> "The run was lost: " + ending(training);
            case ENGINES_DIFFER ->
                "The engines differ: from step %,d on, their parameters are further apart than %s."
                        .formatted(
                                training.firstDivergentStep().orElseThrow(),
                                Figures.difference(run.settings().tolerance()));
            case SINGLE_ENGINE ->
                "One engine, %s: its gradient agrees with forward mode."
                        .formatted(training.first().engine());
            case AGREE ->
                "The engines agree: parameters %s after each of %s."
                        .formatted(
                                closeness(training.maxParameterDifference()), Figures.count(training.steps(), "step"));
        };
    }

    /** Whether the network has learned, in one sentence with its figures. */
    public static String learning(Run run) {
        String who = run.training().results().size() == 1 || run.verdict() == Verdict.AGREE
                ? "The network"
                : "The network of " + run.shown().engine();
        String what =
                switch (run.learning()) {
                    case LEARNED -> "learned";
                    case STILL_FALLING ->
                        "has not learned yet, though the loss still fell in the second half of the steps";
                    case STUCK ->
                        "has not learned and is stuck: in the second half of the steps the loss fell by less than 1 % or not at all";
                    case DIVERGED -> "diverged";
                };
        return "%s %s. Loss %s at the start, %s at the end; %s."
                .formatted(
                        who,
                        what,
                        Figures.of(run.lossAtStart()),
                        Figures.of(run.shown().loss()),
                        scores(run));
    }

    private static String scores(Run run) {
        String score = score(run.training().task());
        String test = run.shown().testScore().isPresent()
                ? " and test %s %s".formatted(score, share(run.shown().testScore()))
                : "";
        return "training %s %s%s".formatted(score, Figures.score(run.shown().trainScore()), test);
    }

    private static String closeness(double difference) {
        return difference == 0 ? "the same to the last bit" : "within " + Figures.difference(difference);
    }

    /** Whose gradient it is, if the oracle has told; else who differs. */
    private static String failures(GradientsAtStart gradients) {
        var wrong = failing(gradients.judged());
        return (wrong.isEmpty() ? failing(gradients.compared()) : wrong)
                .stream()
                        .map(check -> "%s and %s at %s, %s and %s"
                                .formatted(
                                        check.left(),
                                        check.right(),
                                        check.worst().address(),
                                        check.worst().left(),
                                        check.worst().right()))
                        .collect(Collectors.joining("; ", "", "."));
    }

    private static List<Check> failing(List<Check> checks) {
        return checks.stream().filter(check -> !check.passes()).toList();
    }

    /** How the run ended, in one sentence. */
    public static String ending(TrainingRecord training) {
        Outcome outcome = training.outcome();
        return switch (outcome.ending()) {
            case COMPLETED -> "completed, %s.".formatted(Figures.count(outcome.step(), "step"));
            case NOT_FINITE ->
                "the loss of %s is not finite after %s; the run ended with the next."
                        .formatted(String.join(" and of ", outcome.engines()), Figures.count(outcome.step(), "step"));
            case LOSS_REACHED ->
                "stopped after %s, the loss below the threshold.".formatted(Figures.count(outcome.step(), "step"));
            case STEP_TOO_SMALL ->
                "stopped after %s, the last one smaller than epsilon.".formatted(Figures.count(outcome.step(), "step"));
            case STEP_FAILED ->
                "%s gave no answer in step %d, and the run ended before it."
                        .formatted(String.join(", ", outcome.engines()), outcome.step() + 1);
            case INTERRUPTED -> "interrupted after %s.".formatted(Figures.count(outcome.step(), "step"));
        };
    }

    /** What the answers to a task are scored by, in a reader's words. */
    public static String score(Task task) {
        return switch (task.kind()) {
            case CLASSIFICATION -> "accuracy";
            case REGRESSION -> "R²";
        };
    }

    /** The figures at the end, a column an engine, and their difference where there are two. */
    public static TextTable comparison(Run run) {
        TrainingRecord training = run.training();
        var header = new ArrayList<>(List.of("at the end"));
        training.results().forEach(result -> header.add(result.engine()));
        var rows = new ArrayList<List<String>>();
        rows.add(row("loss", training, result -> Figures.of(result.loss())));
        String score = score(training.task());
        rows.add(row("training " + score, training, result -> Figures.score(result.trainScore())));
        if (training.first().testScore().isPresent()) {
            rows.add(row("test " + score, training, result -> share(result.testScore())));
        }
        rows.add(row("time in steps", training, result -> Figures.seconds(result.stepSeconds())));
        if (training.steps() > 0) {
            rows.add(row("one step", training, result -> Figures.duration(result.stepSeconds() / training.steps())));
        }
        return new TextTable(header, rows);
    }

    private static List<String> row(
            String name, TrainingRecord training, Function<TrainingRecord.Result, String> figure) {
        var row = new ArrayList<>(List.of(name));
        training.results().forEach(result -> row.add(figure.apply(result)));
        return row;
    }

    /** Where the time of the training went. */
    public static String times(TrainingRecord training) {
        double total = training.times().total();
        double observing = training.times().observing();
        return "Time: %s in all, %s of them in steps, %s for %s, %s between the steps."
                .formatted(
                        Figures.seconds(total),
                        Figures.seconds(training.stepSeconds()),
                        Figures.seconds(observing),
                        Figures.count(training.observations().size(), "observation"),
                        Figures.seconds(Math.max(0, total - training.stepSeconds() - observing)));
    }

    private static String share(OptionalDouble value) {
        return value.isPresent() ? Figures.score(value.getAsDouble()) : "";
    }

    /** How far the engines were apart, at the start and on the way. */
    public static TextTable agreement(Run run) {
        TrainingRecord training = run.training();
        var rows = new ArrayList<List<String>>();
        for (Check check : run.gradientsAtStart().all()) {
            rows.add(List.of(
                    "gradient at the start: %s, %s".formatted(check.left(), check.right()),
                    Figures.difference(check.relative()),
                    Figures.difference(check.tolerance()),
                    check.worst().address().toString(),
                    check.passes() ? "yes" : "NO"));
        }
        for (TrainingRecord.Divergence divergence : training.divergences()) {
            rows.add(List.of(
                    "parameters after any step: %s, %s"
                            .formatted(training.first().engine(), divergence.other()),
                    Figures.difference(divergence.largest()),
                    Figures.difference(run.settings().tolerance()),
                    "step " + divergence.largestStep(),
                    divergence.firstStep().isEmpty()
                            ? "yes"
                            : "NO, from step " + divergence.firstStep().get()));
        }
        return new TextTable(List.of("largest relative difference", "measured", "tolerance", "where", "within"), rows);
    }
}
