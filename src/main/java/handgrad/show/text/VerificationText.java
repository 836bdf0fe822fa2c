package handgrad.show.text;

import handgrad.Figures;
import handgrad.Shown;
import handgrad.judge.Judgement;
import handgrad.judge.Judgement.Entry;
import handgrad.judge.Judgement.Part;
import handgrad.judge.TensorJudgement;
import handgrad.lab.result.Verification;
import handgrad.lab.result.Verification.Failed;
import handgrad.lab.result.Verification.Judged;
import handgrad.lab.result.Verification.Question;
import handgrad.lab.result.Verification.Witness;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A verification for a reader: the verdict, the mistake in words, where it is. What a doubter asks for is in {@link VerificationTables}. */
public final class VerificationText {
    private VerificationText() {}

    /** {@code pass} or {@code FAIL}, with what was judged. */
    public static String verdict(Verification result, Screen screen) {
        return Shown.text(result.question().name()) + outcome(result, screen);
    }

    /** The verdict without the name. */
    static String outcome(Verification result, Screen screen) {
        return ": %s (%s)".formatted(screen.toned(result.passes() ? "pass" : "FAIL"), judged(result.question()));
    }

    /** {@code 2-3-1, half-squared-error mean, 4 samples, double precision}. */
    private static String judged(Question question) {
        return "%s, %s %s, %s, %s precision"
                .formatted(
                        question.network().shape(),
                        question.network().loss().id(),
                        question.network().reduction().id(),
                        Figures.count(question.samples(), "sample"),
                        question.precision().id());
    }

    /** What fits one screen. */
    public static String of(Verification result, Screen screen) {
        return opening(result, screen) + rest(result, screen);
    }

    /** The verdict, the mistake and where it is: what stands before an engine is heard. */
    public static String opening(Verification result, Screen screen) {
        var sheet = new Sheet(screen).say(verdict(result, screen));
        if (result instanceof Failed failed) {
            sheet.gap().say(2, "There is no gradient to judge: " + Shown.sentence(failed.reason()));
        }
        result.judged().ifPresent(judged -> set(sheet, judged));
        return sheet.toString();
    }

    private static void set(Sheet sheet, Judged judged) {
        judged.diagnosis().ifPresent(diagnosis -> DiagnosisText.set(sheet.gap(), 2, diagnosis));
        sheet.gap();
        Judgement judgement = judged.judgement();
        if (judgement.passes()) {
            sheet.say(2, within(judgement));
        } else {
            sheet.say(2, where(judgement));
            judgement.worst().stream().findFirst().ifPresent(entry -> sheet.say(2, furthest(entry)));
        }
        judged.tensors().stream().filter(tensor -> !tensor.passes()).forEach(tensor -> sheet.say(2, wrong(tensor)));
    }

    /** What engines say of it, and what else a reader should know. */
    public static String rest(Verification result, Screen screen) {
        var sheet = new Sheet(screen);
        result.judged().ifPresent(judged -> {
            witnesses(sheet, judged.witnesses());
            judged.notes().forEach(note -> sheet.say(2, Shown.sentence(note)));
        });
        return sheet.toString();
    }

    /** How much of what rounding allows is used up. */
    private static String within(Judgement judgement) {
        List<Part> claimed = judgement.parts().stream()
                .filter(part -> part.verdict() != Judgement.Verdict.NOT_CLAIMED)
                .toList();
        int entries = claimed.stream().mapToInt(part -> part.block().size()).sum();
        double most =
                claimed.stream().mapToDouble(part -> part.worst().excess()).reduce(0, Math::max);
        String left = unclaimed(judgement);
        return most > 1
                ? "All %s are right, some at a kink.%s".formatted(entries(entries), left)
                : "All %s are right: the furthest from the oracle's uses %s %% of what rounding allows.%s"
                        .formatted(entries(entries), String.format(Locale.ROOT, "%.2g", 100 * most), left);
    }

    private static String unclaimed(Judgement judgement) {
        String names = names(judgement, part -> part.verdict() == Judgement.Verdict.NOT_CLAIMED);
        return names.isEmpty() ? "" : " Not claimed: %s.".formatted(names);
    }

    private static String entries(int number) {
        return number == 1 ? "1 entry" : Figures.number(number) + " entries";
    }

    private static String where(Judgement judgement) {
        String wrong = judgement.parts().stream()
                .filter(part -> part.verdict() == Judgement.Verdict.FAIL)
                .map(part -> "%s (%d of %d entries)"
                        .formatted(
                                part.block().symbol(),
                                part.failing(),
                                part.block().size()))
                .collect(Collectors.joining(", "));
        String right = names(
                judgement,
                part -> part.verdict() == Judgement.Verdict.PASS || part.verdict() == Judgement.Verdict.KINK);
        return "Wrong: %s. Right: %s.%s".formatted(wrong, right.isEmpty() ? "none" : right, unclaimed(judgement));
    }

    private static String names(Judgement judgement, Predicate<Part> which) {
        return judgement.parts().stream()
                .filter(which)
                .map(part -> part.block().symbol())
                .collect(Collectors.joining(", "));
    }

    private static String furthest(Entry entry) {
        return "Furthest off: %s is %s and should be %s.".formatted(entry.address(), entry.judged(), entry.oracle());
    }

    private static String wrong(TensorJudgement tensor) {
        return "Claimed besides, and wrong: %s (%d of %d entries)."
                .formatted(tensor.name(), tensor.failing(), tensor.size());
    }

    /** Those that are wrong have a note of their own. */
    private static void witnesses(Sheet sheet, List<Witness> witnesses) {
        String right = witnesses.stream()
                .filter(witness -> witness.judgement().passes())
                .map(Witness::name)
                .collect(Collectors.joining(" and "));
        if (!right.isEmpty()) {
            sheet.say(2, "Right are also the gradients of the engines here: %s.".formatted(right));
        }
    }
}
