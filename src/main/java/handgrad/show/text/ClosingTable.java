package handgrad.show.text;

import handgrad.Figures;
import handgrad.Shown;
import handgrad.lab.result.Learning;
import handgrad.lab.result.Run;
import handgrad.lab.result.Verdict;
import handgrad.lab.result.Verification;
import java.util.Comparator;
import java.util.List;

/** What several runs came to, a row each. */
public final class ClosingTable {
    private ClosingTable() {}

    /**
     * One row.
     *
     * @param learned of a study how many of its runs
     * @param seconds that its runs took, with their reports
     */
    public record Row(String name, String verdict, String learned, String loss, double seconds) {
        /**
         * Of what was trained.
         *
         * @param runs of a single experiment one, of a study several
         */
        public static Row of(String name, List<Run> runs, double seconds) {
            Verdict gravest = runs.stream()
                    .map(Run::verdict)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            if (runs.size() == 1) {
                Run only = runs.get(0);
                String loss = Figures.of(only.shown().loss());
                return new Row(name, word(gravest), StudyTables.learned(only.learning()), loss, seconds);
            }
            long learned = runs.stream()
                    .filter(run -> run.learning() == Learning.LEARNED)
                    .count();
            return new Row(name, word(gravest), "%d of %d".formatted(learned, runs.size()), "", seconds);
        }

        /** Of what was verified without training. */
        public static Row of(Verification verified, double seconds) {
            var question = verified.question();
            String verdict = verified.passes() ? "pass" : "FAIL";
            return new Row(Shown.text(question.name()), verdict, "", Figures.of(question.loss()), seconds);
        }
    }

    public static TextTable of(List<Row> rows) {
        return new TextTable(
                        List.of("name", "verdict", "learned", "loss", "time"),
                        rows.stream()
                                .map(row -> List.of(
                                        row.name, row.verdict, row.learned, row.loss, Figures.seconds(row.seconds)))
                                .toList())
                .sparing("time", "loss");
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case AGREE -> "agree";
            case SINGLE_ENGINE -> "one engine";
            case ENGINES_DIFFER -> "differ";
            case NOT_FINITE -> "not finite";
            case OWN_FAILED -> "ended early";
            case OWN_WRONG, GRADIENTS_DIFFER -> "WRONG";
        };
    }
}
