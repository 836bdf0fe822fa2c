package handgrad.show.text;

import handgrad.Figures;
import handgrad.input.data.Task;
import handgrad.lab.result.Learning;
import handgrad.lab.result.OwnRecord;
import handgrad.lab.result.Run;
import handgrad.lab.result.Study;
import handgrad.train.TrainingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The runs of a study, a row each: figures of the engine that the run is about, and how far engines were apart. */
public final class StudyTables {
    private StudyTables() {}

    /** Whose figures stand for a run, in a sentence. */
    public static String subject(Study study) {
        String first = study.runs().get(0).training().first().engine();
        boolean own =
                study.runs().stream().anyMatch(run -> !run.shown().engine().equals(first));
        return "Losses and scores are those of the engine "
                + (own ? "%s where it takes part, else those of %s.".formatted(Run.OWN, first) : first + ".");
    }

    /** For a reader. */
    public static TextTable summary(Study study) {
        boolean tested = study.runs().stream()
                .anyMatch(run -> run.training().first().testScore().isPresent());
        var header = new ArrayList<>(List.of("run", "ended", "steps", "loss at the start", "at the end", "training"));
        if (tested) {
            header.add("test");
        }
        header.add("learned");
        header.add("engines");
        return new TextTable(
                        header,
                        study.runs().stream().map(run -> row(run, tested)).toList())
                .sparing("loss at the start", "steps", "ended", "engines", "training");
    }

    private static List<String> row(Run run, boolean tested) {
        TrainingRecord training = run.training();
        var shown = run.shown();
        var row = new ArrayList<>(List.of(
                run.topic().variant().orElseThrow(),
                training.outcome().ending().id(),
                "%,d".formatted(training.steps()),
                Figures.of(run.lossAtStart()),
                Figures.of(shown.loss()),
                score(training.task(), shown.trainScore())));
        if (tested) {
            row.add(
                    shown.testScore().isPresent()
                            ? score(training.task(), shown.testScore().getAsDouble())
                            : "");
        }
        row.add(learned(run.learning()));
        row.add(engines(run));
        return row;
    }

    /** In a word or two. */
    static String learned(Learning learning) {
        return switch (learning) {
            case LEARNED -> "yes";
            case STILL_FALLING -> "not yet";
            case STUCK -> "stuck";
            case DIVERGED -> "diverged";
        };
    }

    /** Accuracies stand for themselves; R² is named. */
    private static String score(Task task, double score) {
        return switch (task.kind()) {
            case CLASSIFICATION -> Figures.share(score);
            case REGRESSION -> "R² " + Figures.score(score);
        };
    }

    private static String engines(Run run) {
        double apart = run.training().maxParameterDifference();
        return switch (run.verdict()) {
            case AGREE -> apart == 0 ? "the same bits" : "within " + Figures.difference(apart);
            case ENGINES_DIFFER ->
                "differ from step %,d"
                        .formatted(run.training().firstDivergentStep().orElseThrow());
            case SINGLE_ENGINE -> "one";
            case GRADIENTS_DIFFER -> "gradients differ";
            case OWN_WRONG ->
                "own wrong at step %,d"
                        .formatted(run.own().flatMap(OwnRecord::firstWrong).orElseThrow());
            case OWN_FAILED -> "own ended early";
            case NOT_FINITE -> "a loss is not finite";
        };
    }

    /** How many runs ended with a loss of which size, in thirds of a power of ten. */
    public static TextTable distribution(Study study) {
        var counts = study.runs().stream()
                .map(run -> run.shown().loss())
                .collect(Collectors.groupingBy(StudyTables::bin, TreeMap::new, Collectors.counting()));
        var rows = counts.entrySet().stream()
                .map(bin -> List.of(
                        bin.getKey() == LOST
                                ? "not finite"
                                : "%.1e to %.1e".formatted(edge(bin.getKey()), edge(bin.getKey() + 1)),
                        String.valueOf(bin.getValue()),
                        "#".repeat(bin.getValue().intValue())))
                .toList();
        return new TextTable(List.of("loss at the end", "runs", ""), rows);
    }

    private static final int LOST = Integer.MAX_VALUE;

    private static int bin(double loss) {
        return Double.isFinite(loss) ? (int) Math.floor(3 * Math.log10(Math.max(loss, Double.MIN_NORMAL))) : LOST;
    }

    private static double edge(int bin) {
        return Math.pow(10, bin / 3.0);
    }
}
