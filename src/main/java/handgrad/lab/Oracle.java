package handgrad.lab;

import handgrad.input.claim.Case;
import handgrad.judge.Allowance;
import handgrad.judge.Judge;
import handgrad.judge.Judgement;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.diagnosis.Diagnostician;
import handgrad.lab.result.GradientsAtStart;
import handgrad.lab.result.GradientsAtStart.Check;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.compare.Comparison;
import handgrad.network.compare.Difference;
import handgrad.network.function.Upstream;

/** What is right at one case's point, and what is wrong with a gradient there: the only one who asks the judge. */
final class Oracle {
    private final Case given;
    private final Precision precision;
    private final Judge judge;

    /** @param precision of the program that is judged, double or float */
    Oracle(Case given, Precision precision) {
        this.given = given;
        this.precision = precision;
        this.judge = new Judge(given.parameters(), given.samples(), precision, given.penalty());
    }

    double loss() {
        return judge.loss();
    }

    /** Whether a function stands at its kink. */
    boolean atKink() {
        return judge.atKink();
    }

    /** Whether rounding leaves anything certain here. */
    boolean certain() {
        return judge.certain();
    }

    Judgement judge(Point gradient) {
        return judge.judge(gradient);
    }

    Judgement judge(Point gradient, Allowance allowance) {
        return judge.judge(gradient, allowance);
    }

    /** A gradient beside the oracle's, at the entry that is furthest off; where that is right and others are not, at the worst. */
    Check check(String engine, Point gradient) {
        Judgement judgement = judge(gradient);
        var comparison = Comparison.of(gradient, judge.oracle(), precision);
        Difference block = comparison.worst();
        Difference.Worst shown = block.worst();
        if (!judgement.passes() && Math.abs(shown.left() - shown.right()) <= judge.tolerance(shown.address())) {
            Judgement.Entry worst = judgement.worst().get(0);
            shown = new Difference.Worst(worst.address(), worst.judged(), worst.oracle());
            block = comparison
                    .blocks()
                    .get(gradient.network().blocks().indexOf(worst.address().block()));
        }
        double scale = block.maxRelative() == 0 ? 1 : block.maxAbsolute() / block.maxRelative();
        return new Check(
                engine,
                GradientsAtStart.ORACLE,
                shown,
                Math.abs(shown.left() - shown.right()) / scale,
                judge.tolerance(shown.address()) / scale,
                judgement.passes());
    }

    /** Whether mistakes are known here: not where a gradient from above stands in the place of a loss. */
    boolean diagnoses() {
        return !(given.network().loss() instanceof Upstream);
    }

    /** What is wrong with a gradient, apart from the penalty's part of it. */
    Diagnosis diagnose(Point gradient) {
        return diagnose(gradient, Allowance.none(given.network()));
    }

    /** The same where a claim leaves something open. */
    Diagnosis diagnose(Point gradient, Allowance allowance) {
        return new Diagnostician(given.parameters(), given.samples(), given.learningRate(), precision, allowance)
                .diagnose(given.penalty().takenFrom(gradient, given.parameters()));
    }
}
