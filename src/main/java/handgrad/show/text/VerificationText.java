package handgrad.show.text;

import handgrad.Figures;
import handgrad.Shown;
import handgrad.judge.Judgement;
import handgrad.judge.TensorJudgement;
import handgrad.lab.result.Verification;
import handgrad.lab.result.Verification.Failed;
import handgrad.lab.result.Verification.Judged;
import handgrad.lab.result.Verification.Question;
import handgrad.lab.result.Verification.SecondOpinion;
import handgrad.lab.result.Verification.Witness;
import java.util.ArrayList;
import java.util.List;

/** A verification for a reader: the verdict, a table by layer, the worst entries, the diagnosis, what others say. */
public final class VerificationText {
    private static final double TELLING_ULPS = 1e6;

    /** Central differences come closer than this to a right gradient. */
    private static final double APART = 1e-3;

    private VerificationText() {}

    /** {@code pass} or {@code FAIL}, with what was judged. */
    public static String verdict(Verification result) {
        return Shown.text(result.question().name()) + outcome(result);
    }

    /** The verdict without the name. */
    static String outcome(Verification result) {
        Question question = result.question();
        String what = "%s, %s %s, %s, %s precision"
                .formatted(
                        question.network().shape(),
                        question.network().loss().id(),
                        question.network().reduction().id(),
                        Figures.count(question.samples(), "sample"),
                        question.precision().id());
        return ": %s (%s)".formatted(result.passes() ? "pass" : "FAIL", what);
    }

    /** The whole of it. */
    public static String of(Verification result) {
        var text = new StringBuilder(verdict(result)).append("\n\n");
        if (result instanceof Failed failed) {
            text.append("  There is no gradient to judge: ")
                    .append(Shown.sentence(failed.reason()))
                    .append("\n\n");
        }
        result.judged().ifPresent(judged -> append(judged, text));
        return text.toString();
    }

    /** Several cases of one program: a line each, then the first that is wrong in full. */
    public static String suite(List<? extends Verification> results) {
        var text = new StringBuilder();
        long right = results.stream().filter(Verification::passes).count();
        for (Verification result : results) {
            text.append(verdict(result)).append(named(result)).append('\n');
        }
        text.append("%d of %d cases are right.%n%n".formatted(right, results.size()));
        results.stream().filter(result -> !result.passes()).findFirst().ifPresent(wrong -> text.append(of(wrong)));
        return text.toString();
    }

    private static String named(Verification result) {
        if (result instanceof Failed failed) {
            return ": " + Shown.sentence(failed.reason());
        }
        return result.judged()
                .flatMap(Judged::diagnosis)
                .map(diagnosis -> diagnosis.findings().stream()
                        .findFirst()
                        .map(finding -> ": " + finding.causes().get(0).mistake())
                        .orElse(": unknown mistake"))
                .orElse("");
    }

    private static void append(Judged judged, StringBuilder text) {
        text.append(indent(layers(judged.judgement()).plain())).append('\n');
        if (!judged.tensors().isEmpty()) {
            text.append(indent(tensors(judged.tensors()).plain())).append('\n');
        }
        if (!judged.judgement().worst().isEmpty()) {
            text.append("  The worst entries, ").append(judged.source().name()).append(" and right:\n");
            text.append(indent(worst(judged.judgement()).plain())).append('\n');
        }
        judged.diagnosis()
                .ifPresent(diagnosis ->
                        text.append(indent(DiagnosisText.of(diagnosis).plain())).append('\n'));
        text.append(indent(witnesses(judged).plain())).append('\n');
        judged.secondOpinion()
                .ifPresent(second ->
                        text.append("  ").append(secondOpinion(second)).append("\n"));
        judged.notes()
                .forEach(note -> text.append("  ").append(Shown.sentence(note)).append("\n"));
        text.append('\n');
    }

    /** A row for everything that is claimed besides the gradient. */
    private static TextTable tensors(List<TensorJudgement> tensors) {
        var rows = tensors.stream()
                .map(tensor -> List.of(
                        tensor.name(),
                        tensor.passes() ? "pass" : "FAIL",
                        Figures.difference(tensor.maxAbsoluteError()),
                        tensor.failing() + " of " + tensor.size()))
                .toList();
        return new TextTable(List.of("also claimed", "verdict", "max error", "wrong"), rows);
    }

    private static String indent(String text) {
        return text.stripTrailing().indent(2);
    }

    /** A row a weight matrix and bias. */
    public static TextTable layers(Judgement judgement) {
        var rows = judgement.parts().stream()
                .map(part -> part.verdict() == Judgement.Verdict.NOT_CLAIMED
                        ? List.of(part.block().name(), "not claimed", "", "", "", "", "")
                        : List.of(
                                part.block().name(),
                                part.verdict() == Judgement.Verdict.FAIL
                                        ? "FAIL"
                                        : part.verdict().id(),
                                Figures.difference(part.maxAbsoluteError()),
                                Figures.difference(part.maxRelativeError()),
                                ulps(part.maxUlps()),
                                part.failing() + " of " + part.block().size(),
                                Figures.difference(part.worst().excess())))
                .toList();
        return new TextTable(
                List.of("gradient of", "verdict", "max error", "relative", "ULPs", "wrong", "error / allowed"), rows);
    }

    /** A million numbers apart, or on both sides of zero, a count of the numbers between says nothing. */
    private static String ulps(double ulps) {
        return ulps < TELLING_ULPS ? String.valueOf((long) ulps) : "-";
    }

    /** The worst entries with both values in full. */
    public static TextTable worst(Judgement judgement) {
        var rows = judgement.worst().stream()
                .map(entry -> List.of(
                        entry.address().toString(),
                        String.valueOf(entry.judged()),
                        String.valueOf(entry.oracle()),
                        Figures.difference(entry.judged() - entry.oracle())))
                .toList();
        return new TextTable(List.of("entry", "is", "should be", "error"), rows);
    }

    /** Losses and verdicts of the oracle, the claim and the engines. */
    public static TextTable witnesses(Judged judged) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                "oracle (forward mode)", String.valueOf(judged.question().loss()), "", ""));
        judged.claimedLoss().ifPresent(loss -> rows.add(List.of("claimed", String.valueOf(loss), "", "")));
        for (Witness engine : judged.witnesses()) {
            rows.add(List.of(
                    engine.name(),
                    String.valueOf(engine.loss()),
                    engine.judgement().passes() ? "pass" : "FAIL",
                    Figures.difference(engine.judgement().maxRelativeError())));
        }
        return new TextTable(List.of("who", "loss", "gradient", "relative error"), rows);
    }

    /** What finite differences say. */
    public static String secondOpinion(SecondOpinion second) {
        return "Second opinion: %s; central differences %s.".formatted(taylor(second), differences(second));
    }

    private static String taylor(SecondOpinion second) {
        if (second.taylorRate().isEmpty()) {
            return "the Taylor remainder is rounding noise";
        }
        return "the Taylor remainder falls with h^%.2f (%s)"
                .formatted(
                        second.taylorRate().getAsDouble(),
                        second.atKink()
                                ? "2: right; here 1 need not be wrong, as a kink makes it 1"
                                : "2: right, 1: wrong");
    }

    private static String differences(SecondOpinion second) {
        var best = second.steps().best();
        return best.maxRelative() > APART
                ? "stay %s or more apart at every step".formatted(Figures.difference(best.maxRelative()))
                : "come closest at h = %s, to %s"
                        .formatted(Figures.difference(best.step()), Figures.difference(best.maxRelative()));
    }
}
