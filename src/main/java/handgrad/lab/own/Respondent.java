package handgrad.lab.own;

import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.input.program.Answer;
import handgrad.network.MicroBatches;
import handgrad.network.Network;
import java.util.Optional;

/** Whoever is asked for gradients of networks: a program, or a method in a test. */
public interface Respondent {
    /** The gradient at a case's point. */
    Answer<Claim> gradient(Case task);

    /** The gradient that one step of its own training, at the case's learning rate, has taken: {@code (before - after) / rate}. */
    Answer<Claim> step(Case task);

    /**
     * The gradient at a case's point, of a batch that comes in micro-batches, one after the other.
     *
     * @param split of the case's samples
     */
    default Answer<Claim> accumulate(Case task, MicroBatches split) {
        return new Answer.Unsupported<>("it does not take a batch in micro-batches");
    }

    /** Why it is not made for a network, with what it can do, where that is known without asking for a gradient. */
    default Optional<String> refusal(Network network) {
        return Optional.empty();
    }

    /** The same, started anew: nothing is left of earlier calls. This one is not asked again. */
    Respondent again();
}
