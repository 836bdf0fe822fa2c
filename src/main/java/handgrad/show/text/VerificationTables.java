package handgrad.show.text;

import handgrad.Figures;
import handgrad.judge.Judgement;
import handgrad.judge.TensorJudgement;
import handgrad.lab.result.Verification;
import handgrad.lab.result.Verification.Judged;
import handgrad.lab.result.Verification.SecondOpinion;
import handgrad.lab.result.Verification.Witness;
import java.util.ArrayList;
import java.util.List;

/** What a verification's verdict rests on: tables by layer, the worst entries, what engines and finite differences say. */
public final class VerificationTables {
    private static final double TELLING_ULPS = 1e6;

    /** Central differences come closer than this to a right gradient. */
    private static final double APART = 1e-3;

    private VerificationTables() {}

    /** All of it, for a screen; empty where there was no gradient to judge. */
    public static String of(Verification result, Screen screen) {
        var sheet = new Sheet(screen);
        result.judged().ifPresent(judged -> set(sheet, judged));
        return sheet.toString();
    }

    private static void set(Sheet sheet, Judged judged) {
        sheet.gap().table(2, layers(judged.judgement()));
        judged.diagnosis().flatMap(DiagnosisText::residual).ifPresent(residual -> sheet.gap()
                .say(2, "Diagnosis: " + residual));
        if (!judged.tensors().isEmpty()) {
            sheet.gap().table(2, tensors(judged.tensors()));
        }
        if (!judged.judgement().worst().isEmpty()) {
            sheet.gap()
                    .say(
                            2,
                            "The worst entries, %s and right:"
                                    .formatted(judged.source().name()));
            sheet.table(2, worst(judged.judgement()));
        }
        sheet.gap().table(2, witnesses(judged));
        judged.secondOpinion().ifPresent(second -> sheet.gap().say(2, secondOpinion(second)));
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

    /** A row a weight matrix and bias. */
    public static TextTable layers(Judgement judgement) {
        var rows = judgement.parts().stream()
                .map(part -> part.verdict() == Judgement.Verdict.NOT_CLAIMED
                        ? List.of(part.block().symbol(), "not claimed", "", "", "", "", "")
                        : List.of(
                                part.block().symbol(),
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
                        List.of("gradient of", "verdict", "max error", "relative", "ULPs", "wrong", "error / allowed"),
                        rows)
                .sparing("ULPs", "relative", "error / allowed");
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
        return new TextTable(List.of("entry", "is", "should be", "error"), rows).sparing("error");
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
        return new TextTable(List.of("who", "loss", "gradient", "relative error"), rows).sparing("relative error");
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
