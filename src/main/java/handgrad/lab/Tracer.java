package handgrad.lab;

import handgrad.InputException;
import handgrad.input.claim.Case;
import handgrad.judge.trace.Selection;
import handgrad.judge.trace.Trace;
import handgrad.lab.result.Moment;
import handgrad.lab.result.Traced;
import handgrad.network.Precision;
import handgrad.network.Samples;
import java.util.Optional;

/** Traces one sample of a case, and holds the gradient that comes out against the oracle's. */
public final class Tracer {
    private Tracer() {}

    /**
     * The trace of one sample.
     *
     * @throws InputException if the batch has no such sample
     */
    public static Traced trace(Case given, int sample, Selection selection) {
        return trace(given, Optional.empty(), sample, selection);
    }

    /**
     * The same on the way of a run.
     *
     * @throws InputException if the batch of the step has no such sample
     */
    public static Traced trace(Waypoint reached, int sample, Selection selection) {
        return trace(reached.here(), Optional.of(reached.moment()), sample, selection);
    }

    private static Traced trace(Case given, Optional<Moment> moment, int sample, Selection selection) {
        int samples = given.samples().n();
        if (sample < 0 || sample >= samples) {
            throw new InputException("--sample %d: expected 0 to %d, the samples of %s%s"
                    .formatted(sample, samples - 1, moment.isPresent() ? "a step of " : "", given.name()));
        }
        Samples one = given.samples().only(sample);
        var trace = Trace.of(given.parameters(), one.x()[0], one.y()[0], selection);
        var point = new Case(given.name(), given.parameters(), one, Optional.empty(), given.learningRate());
        var oracle = new Oracle(point, Precision.DOUBLE);
        return new Traced(given.name(), sample, samples, moment, trace, oracle.judge(trace.gradient()));
    }
}
