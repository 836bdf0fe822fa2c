package handgrad.judge.diagnosis;

import handgrad.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The matrix as Markdown tables. */
final class MatrixPage {
    private final MistakeMatrix matrix;
    private final StringBuilder page = new StringBuilder();

    private MatrixPage(MistakeMatrix matrix) {
        this.matrix = matrix;
    }

    static String of(MistakeMatrix matrix) {
        var page = new MatrixPage(matrix);
        page.planted();
        page.right();
        page.nameless();
        return page.page.toString();
    }

    private static final Predicate<Outcome> DETECTED = Outcome::detected;

    private static Predicate<Outcome> detectedBy(OtherRule rule) {
        return outcome -> outcome.detectedBy().contains(rule);
    }

    private void planted() {
        page.append(
                "Planted mistakes. The columns from Handgrad to mean count what each rule detects of the detectable.\n\n");
        row(
                "mistake",
                "planted",
                "detectable",
                "Handgrad",
                "PyTorch",
                "DL4J",
                "mean",
                "named first",
                "first or in a tie");
        rule(9);
        for (String id : Arrays.stream(Mistake.values()).map(Named::id).toList()) {
            planted(
                    "`" + id + "`",
                    matrix.planted().stream()
                            .filter(outcome -> outcome.group().equals(id))
                            .toList());
        }
        planted("all", matrix.planted());
        List<Outcome> detectable = matrix.detectable().toList();
        row(
                "all, of the detectable",
                "",
                "",
                percent(detectable, DETECTED),
                percent(detectable, detectedBy(OtherRule.PYTORCH)),
                percent(detectable, detectedBy(OtherRule.DL4J)),
                percent(detectable, detectedBy(OtherRule.MEAN)),
                percent(detectable, Outcome::namedFirst),
                percent(detectable, Outcome::named));
        long right = detectable.stream()
                .filter(outcome -> outcome.naming() == Outcome.Naming.FIRST)
                .count();
        long first = count(detectable, Outcome::namedFirst);
        page.append("\nOf the %s named first, %s were named with the right layer.\n\n"
                .formatted(figure(first), figure(right)));
    }

    private void planted(String name, List<Outcome> planted) {
        List<Outcome> detectable = planted.stream().filter(Outcome::detectable).toList();
        row(Stream.of(
                        Stream.of(name, figure(planted.size()), figure(detectable.size())),
                        checkers(detectable),
                        Stream.of(
                                figure(count(detectable, Outcome::namedFirst)),
                                figure(count(detectable, Outcome::named))))
                .flatMap(cells -> cells)
                .toArray(String[]::new));
    }

    private void right() {
        page.append("Right gradients, and how many of them each rule calls wrong.\n\n");
        checked("computed by", matrix.right());
    }

    private void nameless() {
        page.append("Wrong gradients that are no mistake of the list, and how many each rule detects.\n\n");
        checked(
                "what was done",
                matrix.nameless().stream().filter(Outcome::detectable).toList());
    }

    private void checked(String title, List<Outcome> outcomes) {
        row(title, "gradients", "Handgrad", "PyTorch", "DL4J", "mean");
        rule(6);
        outcomes.stream().map(Outcome::group).distinct().sorted().forEach(group -> {
            var own = outcomes.stream()
                    .filter(outcome -> outcome.group().equals(group))
                    .toList();
            row(Stream.concat(Stream.of(group, figure(own.size())), checkers(own))
                    .toArray(String[]::new));
        });
        page.append('\n');
    }

    private static Stream<String> checkers(List<Outcome> outcomes) {
        return Stream.of(
                        DETECTED, detectedBy(OtherRule.PYTORCH), detectedBy(OtherRule.DL4J), detectedBy(OtherRule.MEAN))
                .map(detected -> figure(count(outcomes, detected)));
    }

    static long count(List<Outcome> outcomes, Predicate<Outcome> which) {
        return outcomes.stream().filter(which).count();
    }

    private static String figure(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String percent(List<Outcome> outcomes, Predicate<Outcome> which) {
        return String.format(Locale.ROOT, "%.2f %%", 100.0 * count(outcomes, which) / outcomes.size());
    }

    private void row(String... cells) {
        page.append(Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private void rule(int columns) {
        page.append("|---").append("|---:".repeat(columns - 1)).append("|\n");
    }
}
