package handgrad.lab;

import handgrad.input.claim.Case;
import handgrad.judge.Judge;
import handgrad.judge.Judgement;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.diagnosis.Diagnostician;
import handgrad.network.Point;
import handgrad.network.Precision;

/** What is right at one case's point, and what is wrong with a gradient there: the only one who asks the judge. */
final class Oracle {
    private final Case given;
    private final Precision precision;
    private final Judge judge;

    /** @param precision of the program that is judged, double or float */
    Oracle(Case given, Precision precision) {
        this.given = given;
        this.precision = precision;
        this.judge = new Judge(given.parameters(), given.samples(), precision);
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

    Diagnosis diagnose(Point gradient) {
        return new Diagnostician(given.parameters(), given.samples(), given.learningRate(), precision)
                .diagnose(gradient);
    }
}
