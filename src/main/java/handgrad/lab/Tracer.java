package handgrad.lab;

import handgrad.InputException;
import handgrad.input.claim.Case;
import handgrad.judge.trace.Selection;
import handgrad.judge.trace.Trace;
import handgrad.lab.own.Trainee;
import handgrad.lab.result.ClaimedValues;
import handgrad.lab.result.Moment;
import handgrad.lab.result.Traced;
import handgrad.network.Precision;
import handgrad.network.Samples;
import java.util.List;
import java.util.Optional;

/**
 * Traces one sample of a case, holds the gradient that comes out against the oracle's, and puts beside it what somebody claims.
 *
 * @param sample its index in the batch, from 0
 * @param precision of the program whose claim it is
 */
public record Tracer(int sample, Selection selection, Precision precision) {
    /** Every line of a sample. */
    public static Tracer whole(int sample) {
        return new Tracer(sample, Selection.all(), Precision.DOUBLE);
    }

    /**
     * The trace of one sample, beside what the case claims.
     *
     * @throws InputException if the batch has no such sample
     */
    public Traced trace(Case given) {
        return trace(given, Optional.empty());
    }

    /**
     * The same beside somebody's gradient, which is asked for.
     *
     * @throws InputException if they have none for this network
     */
    public Traced trace(Case given, Trainee own) {
        return with(own).trace(claimed(given, own));
    }

    /**
     * The same on the way of a run, without asking anybody.
     *
     * @throws InputException if the batch of the step has no such sample
     */
    public Traced trace(Waypoint reached) {
        return trace(reached.here(), Optional.of(reached.moment()));
    }

    /**
     * The same beside the gradient that takes part in the run, if one does.
     *
     * @throws InputException if they have none for this network
     */
    public Traced traceAsking(Waypoint reached) {
        return reached.own()
                .map(own -> with(own).trace(claimed(reached.here(), own), Optional.of(reached.moment())))
                .orElseGet(() -> trace(reached));
    }

    private Tracer with(Trainee own) {
        return own.precision() == Precision.FLOAT ? new Tracer(sample, selection, Precision.FLOAT) : this;
    }

    private static Case claimed(Case given, Trainee own) {
        return given.claiming(OwnEngine.claim(own, given.name(), given));
    }

    private Traced trace(Case given, Optional<Moment> moment) {
        int samples = given.samples().n();
        if (sample < 0 || sample >= samples) {
            throw new InputException("--sample %d: expected 0 to %d, the samples of %s%s"
                    .formatted(sample, samples - 1, moment.isPresent() ? "a step of " : "", given.name()));
        }
        Samples one = given.samples().only(sample);
        var trace = Trace.of(given.parameters(), one.x()[0], one.y()[0], selection);
        var point = new Case(given.name(), given.parameters(), one, Optional.empty(), given.learningRate());
        var oracle = new Oracle(point, Precision.DOUBLE);
        Optional<ClaimedValues> claimed =
                given.claim().map(claim -> ClaimedValues.of(new Examiner(List.of(), precision).examine(given), sample));
        return new Traced(given.name(), sample, samples, moment, trace, oracle.judge(trace.gradient()), claimed);
    }
}
