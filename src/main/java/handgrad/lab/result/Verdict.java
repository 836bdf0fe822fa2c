package handgrad.lab.result;

import handgrad.Named;
import handgrad.train.Outcome;
import handgrad.train.TrainingRecord;

/** What a run comes to, the gravest first. */
public enum Verdict implements Named {
    /** Before training, a gradient was further from another, or from the oracle's, than rounding explains. */
    GRADIENTS_DIFFER("gradients-differ"),
    /** Somebody's own gradient gave no answer in a step, and the run ended. */
    OWN_FAILED("own-failed"),
    /** Right at the start, somebody's own gradient or update was wrong at a later step. */
    OWN_WRONG("own-wrong"),
    /** The loss of an engine stopped being finite. */
    NOT_FINITE("not-finite"),
    /** The gradients agree, and yet the parameters of two engines differ by more than the tolerance later on. */
    ENGINES_DIFFER("engines-differ"),
    /** Nothing to compare with but the oracle. */
    SINGLE_ENGINE("single-engine"),
    /** Gradients and parameters agreed from the first step to the last. */
    AGREE("agree");

    private final String id;

    Verdict(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    static Verdict of(Run run) {
        TrainingRecord training = run.training();
        if (!run.gradientsAtStart().passes()) {
            return GRADIENTS_DIFFER;
        }
        if (run.own().flatMap(OwnRecord::failure).isPresent()) {
            return OWN_FAILED;
        }
        if (!run.own().map(OwnRecord::isRight).orElse(true)) {
            return OWN_WRONG;
        }
        if (training.outcome().ending() == Outcome.Ending.NOT_FINITE) {
            return NOT_FINITE;
        }
        if (training.results().size() == 1) {
            return SINGLE_ENGINE;
        }
        return training.firstDivergentStep().isPresent() ? ENGINES_DIFFER : AGREE;
    }

    /** Whether a script should go on after this. */
    public boolean success() {
        return switch (this) {
            case GRADIENTS_DIFFER, OWN_FAILED, OWN_WRONG, NOT_FINITE -> false;
            case ENGINES_DIFFER, SINGLE_ENGINE, AGREE -> true;
        };
    }
}
