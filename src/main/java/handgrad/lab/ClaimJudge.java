package handgrad.lab;

import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.input.claim.Handed;
import handgrad.judge.Allowance;
import handgrad.judge.Judgement;
import handgrad.judge.rounding.Sensitivity;
import handgrad.network.Point;
import handgrad.network.Precision;
import java.util.ArrayList;
import java.util.List;

/**
 * A claim judged as it was handed in: with all its digits if that will do, else to the digits that were printed, else with what
 * the printed digits of the parameters and samples leave open.
 *
 * @param allowance what it was allowed in the end
 * @param notes what a reader should know of it, a sentence each
 */
record ClaimJudge(Judgement judgement, Allowance allowance, List<String> notes) {
    /** Roundings of a step and of the subtraction that undoes it. */
    private static final double STEP = 4;

    static ClaimJudge of(Judgement judgement) {
        return new ClaimJudge(judgement, Allowance.none(judgement.judged().network()), List.of());
    }

    static ClaimJudge of(Oracle oracle, Case given, Claim claim, Precision precision) {
        Handed handed = claim.handed();
        var gradient = new Point(given.network(), claim.gradient().values());
        double[] extra = handed.subtracted().clone();
        for (int i = 0; i < extra.length; i++) {
            extra[i] *= STEP * precision.epsilon();
        }
        var notes = new ArrayList<>(handed.notes());
        var allowance = new Allowance(handed.blocks(), extra);
        Judgement judgement = oracle.judge(gradient, allowance);
        if (judgement.passes() || handed.printed().isEmpty()) {
            return new ClaimJudge(judgement, allowance, notes);
        }
        Handed.Printed printed = handed.printed().get();
        extra = sum(extra, printed.gradient());
        allowance = new Allowance(handed.blocks(), extra);
        judgement = oracle.judge(gradient, allowance);
        String what = "the %s of its numbers".formatted(printed.of().said());
        if (!judgement.passes() && printed.point().isPresent()) {
            extra = sum(
                    extra,
                    Sensitivity.of(
                            given.parameters(),
                            given.samples(),
                            printed.point().get(),
                            Sensitivity.gradient(given.penalty())));
            allowance = new Allowance(handed.blocks(), extra);
            judgement = oracle.judge(gradient, allowance);
            what += ", and to those of the parameters and samples";
        }
        notes.add(
                judgement.passes()
                        ? "It is right to %s: they seem to be printed, and more cannot be judged.".formatted(what)
                        : "It is wrong even to %s.".formatted(what));
        return new ClaimJudge(judgement, allowance, notes);
    }

    private static double[] sum(double[] one, double[] other) {
        double[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }
}
