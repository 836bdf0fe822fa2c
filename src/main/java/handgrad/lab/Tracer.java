package handgrad.lab;

import handgrad.InputException;
import handgrad.input.claim.Case;
import handgrad.judge.trace.Selection;
import handgrad.judge.trace.Trace;
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
     * @param samples of a step: the batch of the case may be only the first of them
     * @throws InputException if the batch has no such sample
     */
    public static Traced trace(Case given, int samples, int sample, Selection selection) {
        int there = given.samples().n();
        if (sample < 0 || sample >= there) {
            throw new InputException("--sample %d: expected 0 to %d, the %ssamples of %s"
                    .formatted(sample, there - 1, there < samples ? "first " : "", given.name()));
        }
        Samples one = given.samples().only(sample);
        var trace = Trace.of(given.parameters(), one.x()[0], one.y()[0], selection);
        var point = new Case(given.name(), given.parameters(), one, Optional.empty(), given.learningRate());
        var oracle = new Oracle(point, Precision.DOUBLE);
        return new Traced(given.name(), sample, samples, trace, oracle.judge(trace.gradient()));
    }
}
