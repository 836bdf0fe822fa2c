package handgrad.lab.result;

import handgrad.judge.Judgement;
import handgrad.judge.trace.Trace;
import java.util.Optional;

/**
 * The trace of one sample of a batch, and what the oracle says of the gradient that it arrives at.
 *
 * @param sample its index in the batch, from 0
 * @param samples how many the batch has
 * @param moment of the run that the point and the batch are from; empty where they are from a case file
 * @param claimed what somebody claims there
 */
public record Traced(
        String name,
        int sample,
        int samples,
        Optional<Moment> moment,
        Trace trace,
        Judgement judgement,
        Optional<ClaimedValues> claimed) {
    /** Whether every entry of the gradient is the oracle's, up to rounding. */
    public boolean agrees() {
        return judgement.passes();
    }

    /** Whether what is claimed is right too. */
    public boolean passes() {
        return agrees() && claimed.map(values -> values.judged().passes()).orElse(true);
    }
}
