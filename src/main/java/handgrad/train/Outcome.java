package handgrad.train;

import handgrad.Named;
import java.util.List;

/**
 * How a run ended.
 *
 * @param step the steps made until then
 * @param engines those whose loss was not finite or whose step failed, if that was the reason
 */
public record Outcome(Ending ending, long step, List<String> engines) {
    public Outcome {
        engines = List.copyOf(engines);
    }

    /** Why a run ended. */
    public enum Ending implements Named {
        /** All epochs were trained. */
        COMPLETED,
        /** The loss of the training set fell below the threshold. */
        LOSS_REACHED,
        /** A step moved every parameter by less than epsilon. */
        STEP_TOO_SMALL,
        /** The loss of an engine was not finite. */
        NOT_FINITE,
        /** An engine had no step to make. */
        STEP_FAILED,
        /** The user stopped it. */
        INTERRUPTED;
    }

    static Outcome completed(long step) {
        return new Outcome(Ending.COMPLETED, step, List.of());
    }

    static Outcome lossReached(long step) {
        return new Outcome(Ending.LOSS_REACHED, step, List.of());
    }

    static Outcome stepTooSmall(long step) {
        return new Outcome(Ending.STEP_TOO_SMALL, step, List.of());
    }

    static Outcome notFinite(long step, List<String> engines) {
        return new Outcome(Ending.NOT_FINITE, step, engines);
    }

    static Outcome stepFailed(long step, String engine) {
        return new Outcome(Ending.STEP_FAILED, step, List.of(engine));
    }

    static Outcome interrupted(long step) {
        return new Outcome(Ending.INTERRUPTED, step, List.of());
    }
}
