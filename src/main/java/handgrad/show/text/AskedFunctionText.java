package handgrad.show.text;

import handgrad.Figures;
import handgrad.Shown;
import handgrad.judge.function.Entry;
import handgrad.judge.function.FunctionJudgement;
import handgrad.judge.function.Outcome;
import handgrad.judge.function.TensorResult;
import handgrad.lab.result.AskedFunction;
import handgrad.lab.result.AskedFunction.At;
import handgrad.show.text.Screen.Tone;
import java.util.List;
import java.util.Optional;

/**
 * The verdict on a function of somebody's own for a reader: what its error looks like, which tensors are wrong, what its starting point
 * hides.
 */
public final class AskedFunctionText {
    private static final int WORST = 5;

    private AskedFunctionText() {}

    /** What fits one screen. */
    public static String of(AskedFunction asked, Screen screen) {
        var sheet = new Sheet(screen).say(headline(asked, screen)).gap();
        asked.memory().ifPresent(memory -> sheet.say(2, diagnosis(screen) + Shown.sentence(memory))
                .gap());
        shown(asked)
                .filter(judgement -> judgement.outcome() == Outcome.FAIL)
                .ifPresent(judgement -> structures(sheet, judgement));
        asked.points().forEach(at -> sheet.say(2, line(at, screen)));
        shown(asked).stream()
                .flatMap(judgement -> judgement.tensors().stream())
                .flatMap(tensor -> tensor.worst().stream().map(entry -> furthest(tensor, entry)))
                .findFirst()
                .ifPresent(sentence -> sheet.say(2, sentence));
        shown(asked)
                .ifPresent(judgement -> judgement.remarks().forEach(remark -> sheet.say(2, Shown.sentence(remark))));
        if (!asked.hidden().isEmpty()) {
            sheet.gap().say(2, "What the starting point would hide:");
            asked.hidden().forEach(sentence -> sheet.say(4, Shown.sentence(sentence)));
        }
        asked.notes().forEach(note -> sheet.say(2, Shown.sentence(note)));
        return sheet.toString();
    }

    /** A row a tensor, and the worst entries. */
    public static String details(AskedFunction asked, Screen screen) {
        var sheet = new Sheet(screen);
        shown(asked).ifPresent(judgement -> {
            sheet.gap().table(2, tensors(judgement));
            List<List<String>> worst = judgement.tensors().stream()
                    .flatMap(tensor -> tensor.worst().stream().map(entry -> row(tensor, entry)))
                    .limit(WORST)
                    .toList();
            if (!worst.isEmpty()) {
                sheet.gap().say(2, "The worst entries, yours and right by differences of your own loss:");
                sheet.table(2, new TextTable(List.of("entry", "is", "should be", "give or take"), worst));
            }
        });
        return sheet.toString();
    }

    /** Of the first point that is wrong, else of the first. */
    private static Optional<FunctionJudgement> shown(AskedFunction asked) {
        return asked.wrong().orElse(asked.points().get(0)).judgement();
    }

    /** {@code norm.py: pass (...)}. */
    public static String headline(AskedFunction asked, Screen screen) {
        return "%s: %s (%s, %s asked)"
                .formatted(
                        Shown.text(asked.tool()),
                        screen.toned(said(asked.outcome())),
                        asked.format().id(),
                        Figures.count(asked.calls(), "answer"));
    }

    private static String diagnosis(Screen screen) {
        return screen.in(Tone.STRONG, "Diagnosis: ");
    }

    private static void structures(Sheet sheet, FunctionJudgement judgement) {
        boolean unknown = judgement.structures().isEmpty();
        sheet.say(2, diagnosis(sheet.screen()) + (unknown ? "unknown, the error has no known form." : "the error is"));
        judgement.structures().forEach(structure -> sheet.say(4, Shown.sentence(structure.sentence())));
        sheet.gap();
    }

    private static String furthest(TensorResult tensor, Entry entry) {
        return "Furthest off: %s%s is %s and should be %s, give or take %s."
                .formatted(
                        Shown.text(tensor.name()),
                        entry.index(),
                        entry.claimed(),
                        Figures.of(entry.right()),
                        Figures.difference(entry.tolerance()));
    }

    private static String line(At at, Screen screen) {
        String outcome = at.judgement()
                .map(judgement -> screen.toned(said(judgement.outcome())) + wrong(judgement))
                .orElseGet(() -> screen.toned("FAIL") + ": "
                        + Shown.sentence(at.trouble().orElse("there is no gradient")));
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
        return new TextTable(List.of("gradient of", "shape", "verdict", "wrong", "seen down to"), rows)
                .sparing("seen down to", "shape");
    }
}
