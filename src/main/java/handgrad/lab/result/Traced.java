package handgrad.lab.result;

import handgrad.judge.Judgement;
import handgrad.judge.trace.Trace;

/**
 * The trace of one sample of a batch, and what the oracle says of the gradient that it arrives at.
 *
 * @param sample its index in the batch, from 0
 * @param samples how many the batch has
 */
public record Traced(String name, int sample, int samples, Trace trace, Judgement judgement) {
    /** Whether every entry of the gradient is the oracle's, up to rounding. */
    public boolean agrees() {
        return judgement.passes();
    }
}
