package handgrad.show.text;

import handgrad.Figures;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.reading.Cause;
import java.util.ArrayList;
import java.util.List;

/** What is likely wrong, what the program computes there, and what is right. */
public final class DiagnosisText {
    private static final String COMPUTES = "your program computes: ";
    private static final String RIGHT = "right is:              ";

    private DiagnosisText() {}

    /** A line below the other, with what differs in two formulas marked; ends with a line end. */
    public static String plain(Diagnosis diagnosis) {
        var text = new StringBuilder("Diagnosis: ").append(opening(diagnosis)).append('\n');
        for (Diagnosis.Finding finding : diagnosis.findings()) {
            for (Cause cause : finding.causes()) {
                text.append("  ").append(named(cause)).append('\n');
                text.append("    ").append(marked(COMPUTES, cause.computes(), cause.right()));
                text.append("    ").append(marked(RIGHT, cause.right(), cause.computes()));
            }
            text.append("    residual of the fit: ")
                    .append(Figures.difference(finding.residual()))
                    .append('\n');
        }
        diagnosis.holds().forEach(sentence -> text.append("  ").append(sentence).append('\n'));
        return text.toString();
    }

    /** The same, a sentence each. */
    public static List<String> sentences(Diagnosis diagnosis) {
        var sentences = new ArrayList<String>();
        if (diagnosis.findings().size() != 1) {
            sentences.add("Diagnosis: " + opening(diagnosis));
        }
        diagnosis.findings().stream()
                .flatMap(finding -> finding.causes().stream())
                .forEach(cause -> sentences.add("%s; %s".formatted(named(cause), cause.formulas())));
        sentences.addAll(diagnosis.holds());
        return sentences;
    }

    private static String named(Cause cause) {
        return "%s, %s".formatted(cause.mistake(), cause.explanation());
    }

    private static String opening(Diagnosis diagnosis) {
        return switch (diagnosis.findings().size()) {
            case 0 -> "unknown, %s.".formatted(diagnosis.searched().nothingFound());
            case 1 ->
                diagnosis.findings().get(0).causes().size() == 1
                        ? "one mistake explains it."
                        : "%d mistakes explain it together."
                                .formatted(diagnosis.findings().get(0).causes().size());
            default -> "a tie, this case cannot tell these apart; " + apart(diagnosis);
        };
    }

    private static String apart(Diagnosis diagnosis) {
        return diagnosis.separating().isPresent()
                ? "`--separate FILE` writes one that does."
                : "several samples and outputs, with targets of their own, do.";
    }

    /** A formula, and below it a mark under what the other formula does not have. */
    private static String marked(String label, String formula, String other) {
        int shorter = Math.min(formula.length(), other.length());
        int from = 0;
        while (from < shorter && formula.charAt(from) == other.charAt(from)) {
            from++;
        }
        int to = 0;
        while (to < shorter - from
                && formula.charAt(formula.length() - 1 - to) == other.charAt(other.length() - 1 - to)) {
            to++;
        }
        int length = formula.length() - from - to;
        String mark =
                length == 0 || from + to == 0 ? "" : " ".repeat(4 + label.length() + from) + "^".repeat(length) + "\n";
        return label + formula + "\n" + mark;
    }
}
