package handgrad.check;

import handgrad.Figures;
import handgrad.judge.Judgement;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.reading.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a failed assertion on a dense network says. */
final class DenseMessage {
    private DenseMessage() {}

    static String of(Judgement judgement, Diagnosis diagnosis, List<String> hidden) {
        var text = new StringBuilder("the gradient is wrong: ").append(headline(judgement));
        text.append("\n  Diagnosis: ")
                .append(opening(diagnosis))
                .append(Lines.indented(causes(diagnosis)).stripTrailing());
        text.append("\n  The worst entries:").append(Lines.indented(worst(judgement)));
        if (!hidden.isEmpty()) {
            text.append("\n  What this point would hide:").append(Lines.indented(hidden));
        }
        return text.toString();
    }

    private static String headline(Judgement judgement) {
        return judgement.parts().stream()
                .filter(part -> part.verdict() == Judgement.Verdict.FAIL)
                .map(part -> "%d of %d entries of %s"
                        .formatted(
                                part.failing(),
                                part.block().size(),
                                part.block().symbol()))
                .collect(Collectors.joining(", "));
    }

    private static String opening(Diagnosis diagnosis) {
        return switch (diagnosis.findings().size()) {
            case 0 -> "unknown, %s.".formatted(diagnosis.searched().nothingFound());
            case 1 -> {
                int causes = diagnosis.findings().get(0).causes().size();
                yield causes == 1 ? "one mistake explains it." : causes + " mistakes explain it together.";
            }
            default ->
                "any of these explains it; several samples and outputs, with targets of their own, tell them apart.";
        };
    }

    private static List<String> causes(Diagnosis diagnosis) {
        var lines = new ArrayList<String>();
        for (Diagnosis.Finding finding : diagnosis.findings()) {
            for (Cause cause : finding.causes()) {
                lines.add("%s, %s".formatted(cause.mistake(), cause.explanation()));
                lines.add("  computed is: " + cause.computes());
                lines.add("  right is:    " + cause.right());
            }
        }
        lines.addAll(diagnosis.holds());
        return lines;
    }

    private static List<String> worst(Judgement judgement) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("entry", "is", "should be", "give or take"));
        for (Judgement.Entry entry : judgement.worst()) {
            rows.add(List.of(
                    entry.address().toString(),
                    String.valueOf(entry.judged()),
                    String.valueOf(entry.oracle()),
                    Figures.difference(entry.tolerance())));
        }
        return Lines.columns(rows);
    }
}
