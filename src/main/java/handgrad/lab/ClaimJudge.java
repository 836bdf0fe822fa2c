package handgrad.lab;

import handgrad.input.claim.Claim;
import handgrad.input.claim.Handed;
import handgrad.judge.Allowance;
import handgrad.judge.Judgement;
import handgrad.judge.rounding.Sensitivity;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Samples;
import java.util.ArrayList;
import java.util.List;

/**
 * A claim judged as it was handed in: with all its digits if that will do, else to the digits that were printed, else with what
 * the printed digits of the parameters and samples leave open.
 *
 * @param notes what a reader should know of it, a sentence each
 */
record ClaimJudge(Judgement judgement, List<String> notes) {
    /** Roundings of a step and of the subtraction that undoes it. */
    private static final double STEP = 4;

    static ClaimJudge of(Judgement judgement) {
        return new ClaimJudge(judgement, List.of());
    }

    static ClaimJudge of(Oracle oracle, Point theta, Samples samples, Claim claim, Precision precision) {
        Handed handed = claim.handed();
        var gradient = new Point(theta.network(), claim.gradient().values());
        double[] extra = handed.subtracted().clone();
        for (int i = 0; i < extra.length; i++) {
            extra[i] *= STEP * precision.epsilon();
        }
        var notes = new ArrayList<>(handed.notes());
        Judgement judgement = oracle.judge(gradient, new Allowance(handed.blocks(), extra));
        if (judgement.passes() || handed.printed().isEmpty()) {
            return new ClaimJudge(judgement, notes);
        }
        Handed.Printed printed = handed.printed().get();
        extra = sum(extra, printed.gradient());
        judgement = oracle.judge(gradient, new Allowance(handed.blocks(), extra));
        String what = "the %s of its numbers".formatted(printed.digits());
        if (!judgement.passes() && printed.point().isPresent()) {
            extra = sum(extra, Sensitivity.of(theta, samples, printed.point().get(), Sensitivity.GRADIENT));
            judgement = oracle.judge(gradient, new Allowance(handed.blocks(), extra));
            what += ", and to those of the parameters and samples";
        }
        notes.add(
                judgement.passes()
                        ? "It is right to %s: they seem to be printed, and more cannot be judged.".formatted(what)
                        : "It is wrong even to %s.".formatted(what));
        return new ClaimJudge(judgement, notes);
    }

    private static double[] sum(double[] one, double[] other) {
        double[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }
}
