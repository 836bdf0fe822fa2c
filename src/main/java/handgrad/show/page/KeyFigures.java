package handgrad.show.page;

import handgrad.Figures;
import handgrad.lab.result.Run;
import handgrad.show.text.Summary;
import handgrad.train.TrainingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The five figures that matter, as a reader sees them. */
final class KeyFigures {
    private KeyFigures() {}

    /** @param note whose it is, and how the others compare */
    record Figure(String label, String value, String note) {}

    static List<Figure> of(Run run) {
        TrainingRecord training = run.training();
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("final loss", Figures.of(training.first().loss()), losses(training)));
        if (!training.partings().isEmpty()) {
            figures.add(new Figure(
                    "largest parameter difference",
                    Figures.difference(training.maxParameterDifference()),
                    "tolerance " + Figures.difference(run.settings().tolerance())));
            figures.add(new Figure(
                    "largest gradient difference",
                    Figures.difference(training.maxGradientDifference()),
                    "of all observed steps"));
        }
        figures.add(score(training));
        figures.add(new Figure("time in steps", Figures.seconds(training.first().stepSeconds()), times(training)));
        return figures;
    }

    private static String losses(TrainingRecord training) {
        double loss = training.first().loss();
        return others(training).stream()
                .map(other -> other.engine()
                        + (other.loss() == loss
                                ? " the same"
                                : " off by " + Figures.difference(Math.abs(other.loss() - loss))))
                .collect(Collectors.joining(
                        ", ", training.first().engine() + (others(training).isEmpty() ? "" : ", "), ""));
    }

    private static Figure score(TrainingRecord training) {
        boolean tested = training.first().testScore().isPresent();
        String label = (tested ? "test " : "training ") + Summary.score(training.task());
        String note = training.results().stream()
                .map(result -> result.engine() + " " + Figures.score(score(result)))
                .collect(Collectors.joining(", "));
        return new Figure(label, Figures.score(score(training.first())), note);
    }

    private static double score(TrainingRecord.Result result) {
        return result.testScore().orElse(result.trainScore());
    }

    private static String times(TrainingRecord training) {
        return training.results().stream()
                .map(result -> result.engine() + " " + Figures.seconds(result.stepSeconds()))
                .collect(Collectors.joining(", "));
    }

    private static List<TrainingRecord.Result> others(TrainingRecord training) {
        return training.results().subList(1, training.results().size());
    }
}
