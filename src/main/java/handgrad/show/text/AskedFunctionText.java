package handgrad.show.text;

import handgrad.Figures;
import handgrad.Shown;
import handgrad.judge.function.Entry;
import handgrad.judge.function.FunctionJudgement;
import handgrad.judge.function.Outcome;
import handgrad.judge.function.Structure;
import handgrad.judge.function.TensorResult;
import handgrad.lab.result.AskedFunction;
import handgrad.lab.result.AskedFunction.At;
import java.util.List;

/**
 * The verdict on a function of somebody's own for a reader: what its error looks like, a table by tensor, the worst entries, what its
 * starting point hides.
 */
public final class AskedFunctionText {
    private static final int WORST = 5;

    private AskedFunctionText() {}

    /** The whole of it. */
    public static String of(AskedFunction asked) {
        var text = new StringBuilder(headline(asked)).append("\n\n");
        asked.memory().ifPresent(memory -> text.append("  Diagnosis: ")
                .append(Shown.sentence(memory))
                .append("\n\n"));
        asked.points().forEach(at -> text.append("  ").append(line(at)).append('\n'));
        text.append('\n');
        At shown = asked.wrong().orElse(asked.points().get(0));
        shown.judgement().ifPresent(judgement -> append(judgement, text));
        if (!asked.hidden().isEmpty()) {
            text.append("  What the starting point would hide:\n");
            asked.hidden()
                    .forEach(sentence ->
                            text.append("    ").append(Shown.sentence(sentence)).append('\n'));
            text.append('\n');
        }
        asked.notes()
                .forEach(note -> text.append("  ").append(Shown.sentence(note)).append('\n'));
        return text.toString();
    }

    /** {@code norm.py: pass (...)}. */
    public static String headline(AskedFunction asked) {
        return "%s: %s (%s, %s asked)"
                .formatted(
                        Shown.text(asked.tool()),
                        said(asked.outcome()),
                        asked.format().id(),
                        Figures.count(asked.calls(), "answer"));
    }

    private static String line(At at) {
        String outcome = at.judgement()
                .map(judgement -> said(judgement.outcome()) + wrong(judgement))
                .orElseGet(() -> "FAIL: " + Shown.sentence(at.trouble().orElse("there is no gradient")));
        return "%s: %s".formatted(at.name(), outcome);
    }

    private static String wrong(FunctionJudgement judgement) {
        if (judgement.obstacle().isPresent()) {
            return ": " + Shown.sentence(judgement.obstacle().get());
        }
        return judgement.tensors().stream()
                .filter(tensor -> tensor.outcome() == judgement.outcome() && !tensor.passes())
                .map(tensor -> Shown.text(tensor.name()))
                .reduce((one, other) -> one + ", " + other)
                .map(names -> ": the gradient of " + names)
                .orElse("");
    }

    private static String said(Outcome outcome) {
        return outcome == Outcome.FAIL ? "FAIL" : outcome.id();
    }

    private static void append(FunctionJudgement judgement, StringBuilder text) {
        if (judgement.outcome() == Outcome.FAIL) {
            text.append("  Diagnosis: ")
                    .append(
                            judgement.structures().isEmpty()
                                    ? "unknown, the error has no known form.\n"
                                    : "the error is\n");
            for (Structure structure : judgement.structures()) {
                text.append("    ").append(Shown.sentence(structure.sentence())).append('\n');
            }
            text.append('\n');
        }
        text.append(tensors(judgement).plain().stripTrailing().indent(2)).append('\n');
        List<List<String>> worst = judgement.tensors().stream()
                .flatMap(tensor -> tensor.worst().stream().map(entry -> row(tensor, entry)))
                .limit(WORST)
                .toList();
        if (!worst.isEmpty()) {
            text.append("  The worst entries, yours and right by differences of your own loss:\n");
            text.append(new TextTable(List.of("entry", "is", "should be", "give or take"), worst)
                            .plain()
                            .stripTrailing()
                            .indent(2))
                    .append('\n');
        }
        judgement.remarks().forEach(remark -> text.append("  ")
                .append(Shown.sentence(remark))
                .append('\n'));
    }

    private static List<String> row(TensorResult tensor, Entry entry) {
        return List.of(
                Shown.text(tensor.name()) + entry.index(),
                String.valueOf(entry.claimed()),
                Figures.of(entry.right()),
                Figures.difference(entry.tolerance()));
    }

    private static TextTable tensors(FunctionJudgement judgement) {
        var rows = judgement.tensors().stream()
                .map(tensor -> List.of(
                        Shown.text(tensor.name()),
                        tensor.shape().toString(),
                        said(tensor.outcome()),
                        "%d of %d".formatted(tensor.failing(), tensor.judged()),
                        Figures.difference(tensor.resolution())))
                .toList();
        return new TextTable(List.of("gradient of", "shape", "verdict", "wrong", "seen down to"), rows);
    }
}
