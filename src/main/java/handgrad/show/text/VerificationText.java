package handgrad.show.text;

import handgrad.Figures;
import handgrad.Shown;
import handgrad.judge.Judgement;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.diagnosis.Diagnosis.Finding;
import handgrad.judge.diagnosis.Fault;
import handgrad.lab.result.Verification;
import handgrad.lab.result.Verification.SecondOpinion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A verification for a reader: the verdict, a table by layer, the worst entries, the diagnosis, what others say. */
public final class VerificationText {
    private static final double TELLING_ULPS = 1e6;

    /** Central differences come closer than this to a right gradient. */
    private static final double APART = 1e-3;

    private VerificationText() {}

    /** {@code pass} or {@code FAIL}, with what was judged. */
    public static String verdict(Verification result) {
        return Shown.text(result.name()) + outcome(result);
    }

    /** The verdict without the name. */
    static String outcome(Verification result) {
        String what = "%s, %s %s, %s, %s precision"
                .formatted(
                        result.network().shape(),
                        result.network().loss().id(),
                        result.network().reduction().id(),
                        Figures.count(result.samples(), "sample"),
                        result.precision().name().toLowerCase(Locale.ROOT));
        return ": %s (%s)".formatted(result.passes() ? "pass" : "FAIL", what);
    }

    /** The whole of it. */
    public static String of(Verification result) {
        var text = new StringBuilder(verdict(result)).append("\n\n");
        result.failure().ifPresent(reason -> text.append("  There is no gradient to judge: ")
                .append(Shown.sentence(reason))
                .append("\n\n"));
        result.judgement().ifPresent(judgement -> judged(result, judgement, text));
        return text.toString();
    }

    /** Several cases of one program: a line each, then the first that is wrong in full. */
    public static String suite(List<Verification> results) {
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
        return result.failure().map(reason -> ": " + Shown.sentence(reason)).orElseGet(() -> result.diagnosis()
                .map(diagnosis -> diagnosis.findings().isEmpty()
                        ? ": unknown mistake"
                        : ": "
                                + diagnosis
                                        .findings()
                                        .get(0)
                                        .faults()
                                        .get(0)
                                        .mistake()
                                        .id())
                .orElse(""));
    }

    private static void judged(Verification result, Judgement judgement, StringBuilder text) {
        text.append(indent(layers(judgement).plain())).append('\n');
        if (!judgement.worst().isEmpty()) {
            text.append("  The worst entries, ").append(result.judged()).append(" and right:\n");
            text.append(indent(worst(judgement).plain())).append('\n');
        }
        result.diagnosis().ifPresent(diagnosis -> text.append(indent(diagnosis(result, diagnosis)))
                .append('\n'));
        text.append(indent(witnesses(result).plain())).append('\n');
        result.secondOpinion()
                .ifPresent(second ->
                        text.append("  ").append(secondOpinion(result, second)).append("\n"));
        result.notes()
                .forEach(note -> text.append("  ").append(Shown.sentence(note)).append("\n"));
        text.append('\n');
    }

    private static String indent(String text) {
        return text.stripTrailing().indent(2);
    }

    /** A row a weight matrix and bias. */
    public static TextTable layers(Judgement judgement) {
        var rows = judgement.parts().stream()
                .map(part -> List.of(
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

    /** What is likely wrong, and the line of mathematics that puts it right. */
    public static String diagnosis(Verification result, Diagnosis diagnosis) {
        if (diagnosis.findings().isEmpty()) {
            return "Diagnosis: unknown, %s.%n".formatted(diagnosis.searched().nothingFound()) + blame(result);
        }
        String tie = diagnosis.findings().size() > 1
                ? "Diagnosis: a tie, this case cannot tell these apart; `--separate FILE` writes one that does.\n"
                : "Diagnosis:\n";
        return tie
                + diagnosis.findings().stream().map(VerificationText::finding).collect(Collectors.joining());
    }

    private static String finding(Finding finding) {
        var text = new StringBuilder();
        for (Fault fault : finding.faults()) {
            text.append("  %s, %s\n".formatted(fault.mistake().id(), fault.explanation()));
            text.append("    right: %s\n".formatted(fault.mistake().cure()));
        }
        return text.append("    residual of the fit: %s\n".formatted(Figures.difference(finding.residual())))
                .toString();
    }

    /** What can be said of each layer of a gradient that no mistake explains. */
    private static String blame(Verification result) {
        return IntStream.range(0, result.blame().size())
                .mapToObj(l ->
                        "  layer %d is %s%n".formatted(l, result.blame().get(l).id()))
                .collect(Collectors.joining());
    }

    /** Losses and verdicts of the oracle, the claim and the engines. */
    public static TextTable witnesses(Verification result) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("oracle (forward mode)", String.valueOf(result.loss()), "", ""));
        if (result.claimedLoss().isPresent()) {
            rows.add(List.of("claimed", String.valueOf(result.claimedLoss().getAsDouble()), "", ""));
        }
        for (Verification.Witness engine : result.engines()) {
            rows.add(List.of(
                    engine.name(),
                    String.valueOf(engine.loss()),
                    engine.judgement().passes() ? "pass" : "FAIL",
                    Figures.difference(engine.judgement().maxRelativeError())));
        }
        return new TextTable(List.of("who", "loss", "gradient", "relative error"), rows);
    }

    /** What finite differences say. */
    public static String secondOpinion(Verification result, SecondOpinion second) {
        return "Second opinion: %s; central differences %s.".formatted(taylor(result, second), differences(second));
    }

    private static String taylor(Verification result, SecondOpinion second) {
        if (second.taylorRate().isEmpty()) {
            return "the Taylor remainder is rounding noise";
        }
        boolean kink = result.notes().stream().anyMatch(note -> note.contains("kink"));
        return "the Taylor remainder falls with h^%.2f (%s)"
                .formatted(
                        second.taylorRate().getAsDouble(),
                        kink ? "2: right; here 1 need not be wrong, as a kink makes it 1" : "2: right, 1: wrong");
    }

    private static String differences(SecondOpinion second) {
        var best = second.steps().best();
        return best.maxRelative() > APART
                ? "stay %s or more apart at every step".formatted(Figures.difference(best.maxRelative()))
                : "come closest at h = %s, to %s"
                        .formatted(Figures.difference(best.step()), Figures.difference(best.maxRelative()));
    }
}
