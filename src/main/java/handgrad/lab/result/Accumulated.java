package handgrad.lab.result;

import handgrad.judge.accumulation.Accumulation;
import java.util.Optional;

/**
 * What came of asking for gradients of batches that came in micro-batches.
 *
 * @param count K, of each batch
 * @param asked the verdicts on the gradients of the whole batches, with the diagnosis where one is wrong
 * @param weights what each micro-batch counted in the answer that is shown; empty where that is not what is wrong
 */
public record Accumulated(int count, Asked asked, Optional<Accumulation> weights) {}
