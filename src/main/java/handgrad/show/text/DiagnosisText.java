package handgrad.show.text;

import handgrad.Figures;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.reading.Cause;
import handgrad.show.text.Screen.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is likely wrong, what the program computes there, and what is right. */
public final class DiagnosisText {
    private static final String COMPUTES = "your program computes: ";
    private static final String RIGHT = "right is:              ";

    private DiagnosisText() {}

    /** A line below the other, with what differs in two formulas marked, and how well it fits; ends with a line end. */
    public static String plain(Diagnosis diagnosis) {
        var sheet = new Sheet(Screen.FILE);
        set(sheet, 0, diagnosis);
        return residual(diagnosis)
                .map(sentence -> sheet.say(4, sentence))
                .orElse(sheet)
                .toString();
    }

    /** The same for a screen, without how well it fits. */
    static void set(Sheet sheet, int indent, Diagnosis diagnosis) {
        sheet.say(indent, sheet.screen().in(Tone.STRONG, "Diagnosis: ") + opening(diagnosis));
        for (Diagnosis.Finding finding : diagnosis.findings()) {
            for (Cause cause : finding.causes()) {
                sheet.say(indent + 2, sheet.screen().in(Tone.BAD, cause.mistake()) + ", " + cause.explanation());
                formulas(sheet, indent + 4, cause);
            }
        }
        sheet.say(indent + 2, diagnosis.holds());
    }

    /** How well a mistake that was found fits the gradient. */
    static Optional<String> residual(Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .map(finding -> Figures.difference(finding.residual()))
                .reduce((one, other) -> one + ", " + other)
                .map(figures -> "residual of the fit: " + figures);
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

    /** What is computed and what is right, below each other; where there is no room for that, one after the other. */
    private static void formulas(Sheet sheet, int indent, Cause cause) {
        int longest = Math.max(cause.computes().length(), cause.right().length());
        if (COMPUTES.length() + longest <= sheet.left(indent)) {
            marked(sheet, indent, COMPUTES, cause.computes(), cause.right());
            marked(sheet, indent, RIGHT, cause.right(), cause.computes());
        } else {
            sheet.say(indent, COMPUTES.strip()).formula(indent + 2, cause.computes());
            sheet.say(indent, RIGHT.strip()).formula(indent + 2, cause.right());
        }
    }

    /** A formula, and below it a mark under what the other formula does not have. */
    private static void marked(Sheet sheet, int indent, String label, String formula, String other) {
        Marked difference = Marked.of(formula, other);
        sheet.say(indent, label + formula);
        if (!difference.marked().isEmpty() && !difference.isWhole()) {
            sheet.say(
                    indent + label.length() + difference.before().length(),
                    "^".repeat(difference.marked().length()));
        }
    }
}
