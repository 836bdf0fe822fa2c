package handgrad.check;

import handgrad.Figures;
import handgrad.Shown;
import handgrad.judge.function.Entry;
import handgrad.judge.function.FunctionJudgement;
import handgrad.judge.function.Structure;
import handgrad.judge.function.TensorResult;
import java.util.ArrayList;
import java.util.List;

/** What a failed assertion on a function says. */
final class FunctionMessage {
    private static final int WORST = 5;

    private FunctionMessage() {}

    static String of(FunctionJudgement judgement, List<String> hidden) {
        if (judgement.obstacle().isPresent()) {
            return "the gradient cannot be judged: " + judgement.obstacle().get();
        }
        var text = new StringBuilder(headline(judgement));
        List<String> structures =
                judgement.structures().stream().map(Structure::sentence).toList();
        text.append(structures.isEmpty() ? "\n  The error has no known form." : "\n  The error is")
                .append(Lines.indented(structures).stripTrailing());
        List<String> worst = worst(judgement);
        if (!worst.isEmpty()) {
            text.append("\n  The worst entries; right is by differences of the function itself:")
                    .append(Lines.indented(worst));
        }
        if (!judgement.remarks().isEmpty()) {
            text.append("\n  Besides:").append(Lines.indented(judgement.remarks()));
        }
        if (!hidden.isEmpty()) {
            text.append("\n  What this point would hide:").append(Lines.indented(hidden));
        }
        return text.toString();
    }

    private static String headline(FunctionJudgement judgement) {
        var parts = new ArrayList<String>();
        for (TensorResult tensor : judgement.tensors()) {
            if (tensor.failing() > 0) {
                parts.add("%d of %d entries of %s"
                        .formatted(tensor.failing(), tensor.judged(), Lines.name(tensor.name())));
            } else if (!tensor.passes()) {
                parts.add("what was looked at of " + Lines.name(tensor.name()));
            }
        }
        return parts.isEmpty()
                ? "the gradient is wrong along a direction of all tensors together"
                : "the gradient is wrong: " + String.join(", ", parts);
    }

    private static List<String> worst(FunctionJudgement judgement) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("entry", "is", "should be", "give or take"));
        for (TensorResult tensor : judgement.tensors()) {
            for (Entry entry : tensor.worst()) {
                rows.add(List.of(
                        Shown.text(tensor.name()) + entry.index(),
                        String.valueOf(entry.claimed()),
                        Figures.of(entry.right()),
                        Figures.difference(entry.tolerance())));
            }
        }
        return rows.size() == 1 ? List.of() : Lines.columns(rows.subList(0, Math.min(rows.size(), WORST + 1)));
    }
}
