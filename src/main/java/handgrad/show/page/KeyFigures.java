package handgrad.show.page;

import handgrad.Figures;
import handgrad.lab.result.GradientsAtStart.Check;
import handgrad.lab.result.Run;
import handgrad.show.text.Summary;
import handgrad.train.TrainingRecord;
import handgrad.train.TrainingRecord.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The five figures that matter, as a reader sees them. */
final class KeyFigures {
    private KeyFigures() {}

    /** @param note whose it is, and how the others compare */
    record Figure(String label, String value, String note) {}

    static List<Figure> of(Run run) {
        TrainingRecord training = run.training();
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("final loss", Figures.of(run.shown().loss()), losses(run)));
        if (!training.divergences().isEmpty()) {
            figures.add(new Figure(
                    "largest parameter difference",
                    Figures.difference(training.maxParameterDifference()),
                    "tolerance " + Figures.difference(run.settings().tolerance())));
            figures.add(wrongAtStart(run)
                    .orElseGet(() -> gradient(
                            training.maxGradientDifference(),
                            apart(training) ? "where parameters agree" : "of all observed steps")));
        }
        figures.add(score(run));
        figures.add(new Figure("time in steps", Figures.seconds(run.shown().stepSeconds()), times(training)));
        return figures;
    }

    /** A gradient that is not right from the first step on is what matters, and not how well the others agree. */
    private static Optional<Figure> wrongAtStart(Run run) {
        return run.gradientsAtStart().all().stream()
                .filter(check -> !check.passes())
                .max(Comparator.comparingDouble(Check::relative))
                .map(check ->
                        gradient(check.relative(), "at the start, %s and %s".formatted(check.left(), check.right())));
    }

    private static Figure gradient(double difference, String note) {
        return new Figure("largest gradient difference", Figures.difference(difference), note);
    }

    private static boolean apart(TrainingRecord training) {
        return training.observations().stream()
                .flatMap(seen -> seen.pairs().stream())
                .anyMatch(pair -> !training.together(pair));
    }

    /** The one that the run is about first. */
    private static String losses(Run run) {
        Result shown = run.shown();
        return Stream.concat(
                        Stream.of(shown.engine()),
                        run.training().results().stream()
                                .filter(other -> !other.engine().equals(shown.engine()))
                                .map(other -> other.engine() + difference(other, shown)))
                .collect(Collectors.joining(", "));
    }

    private static String difference(Result other, Result shown) {
        return other.loss() == shown.loss()
                ? " the same"
                : " off by " + Figures.difference(Math.abs(other.loss() - shown.loss()));
    }

    private static Figure score(Run run) {
        TrainingRecord training = run.training();
        boolean tested = training.first().testScore().isPresent();
        String label = (tested ? "test " : "training ") + Summary.score(training.task());
        String note = training.results().stream()
                .map(result -> result.engine() + " " + Figures.score(score(result)))
                .collect(Collectors.joining(", "));
        return new Figure(label, Figures.score(score(run.shown())), note);
    }

    private static double score(Result result) {
        return result.testScore().orElse(result.trainScore());
    }

    private static String times(TrainingRecord training) {
        return training.results().stream()
                .map(result -> result.engine() + " " + Figures.seconds(result.stepSeconds()))
                .collect(Collectors.joining(", "));
    }
}
