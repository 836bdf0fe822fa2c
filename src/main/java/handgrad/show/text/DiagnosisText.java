package handgrad.show.text;

import handgrad.Figures;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.reading.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is likely wrong, and the line of mathematics that puts it right.
 *
 * @param opening what is to be said of the diagnosis as a whole; empty where it speaks for itself
 */
public record DiagnosisText(String opening, List<Line> lines) {
    /**
     * One of its lines.
     *
     * @param depth how far it belongs below the others
     */
    public record Line(int depth, String text) {}

    public DiagnosisText {
        lines = List.copyOf(lines);
    }

    public static DiagnosisText of(Diagnosis diagnosis) {
        var lines = new ArrayList<Line>();
        diagnosis.findings().forEach(finding -> add(lines, finding));
        diagnosis.holds().forEach(sentence -> lines.add(new Line(1, sentence)));
        return switch (diagnosis.findings().size()) {
            case 0 ->
                new DiagnosisText("unknown, %s.".formatted(diagnosis.searched().nothingFound()), lines);
            case 1 -> new DiagnosisText("", lines);
            default -> new DiagnosisText("a tie, this case cannot tell these apart; " + apart(diagnosis), lines);
        };
    }

    private static String apart(Diagnosis diagnosis) {
        return diagnosis.separating().isPresent()
                ? "`--separate FILE` writes one that does."
                : "several samples and outputs, with targets of their own, do.";
    }

    private static void add(List<Line> lines, Diagnosis.Finding finding) {
        for (Cause cause : finding.causes()) {
            lines.add(new Line(1, "%s, %s".formatted(cause.mistake(), cause.explanation())));
            lines.add(new Line(2, "your program computes: " + cause.computes()));
            lines.add(new Line(2, "right is:              " + cause.right()));
        }
        lines.add(new Line(2, "residual of the fit: " + Figures.difference(finding.residual())));
    }

    /** All of it, a line below the other; ends with a line end. */
    public String plain() {
        return lines.stream()
                .map(line -> "  ".repeat(line.depth) + line.text + "\n")
                .collect(Collectors.joining("", heading() + "\n", ""));
    }

    /** The same, a sentence each. */
    public List<String> sentences() {
        return Stream.concat(
                        Stream.of(heading()).filter(heading -> !opening.isEmpty()),
                        lines.stream().map(Line::text))
                .toList();
    }

    private String heading() {
        return opening.isEmpty() ? "Diagnosis:" : "Diagnosis: " + opening;
    }
}
