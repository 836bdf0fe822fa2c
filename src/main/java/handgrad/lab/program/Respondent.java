package handgrad.lab.program;

import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.input.program.Answer;

/** Whoever is asked for gradients of networks: a program, or a method in a test. */
public interface Respondent {
    /** The gradient at a case's point. */
    Answer<Claim> gradient(Case task);

    /** The gradient that one step of its own training, at the case's learning rate, has taken: {@code (before - after) / rate}. */
    Answer<Claim> step(Case task);

    /** The same, started anew: nothing is left of earlier calls. This one is not asked again. */
    Respondent again();
}
