package handgrad.sweep;

import handgrad.train.Outcome;
import java.io.Serializable;

/**
 * What a run came to.
 *
 * @param run its number, from 0
 * @param loss of the training set at the end
 * @param score of the training set at the end: accuracy or R²
 * @param epochs whole ones, trained
 * @param ending why it ended
 * @param digest of its final parameters
 */
public record Finished(long run, double loss, double score, int epochs, Outcome.Ending ending, long digest)
        implements Serializable {}
