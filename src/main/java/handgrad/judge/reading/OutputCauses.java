package handgrad.judge.reading;

import java.util.Optional;

/** The mistakes in {@code dL/dz} of the output, as causes. */
final class OutputCauses {
    private final int l;
    private final String delta;
    private final String right;

    OutputCauses(Scene scene) {
        this.l = scene.last;
        this.delta = "delta%d = ".formatted(l + 1);
        this.right =
                delta + (scene.network.loss().cancels() ? "y - t, as f' cancels" : "dL/dy * f'(z%d)".formatted(l + 1));
    }

    /** A delta that is not the derivative of the loss. */
    Cause delta(String mistake, String sentence, String computes) {
        return cause(mistake, Step.OUTPUT_DELTA, sentence, computes);
    }

    /** A delta that is right for another loss. */
    Cause otherLoss(String sentence, String computes) {
        return delta("output-delta-of-other-loss", sentence, computes);
    }

    /** The diagonal of softmax's Jacobian, for the whole of it. */
    Cause diagonalOnly() {
        return cause(
                "softmax-diagonal-only",
                Step.DERIVATIVE,
                "softmax is differentiated as if each output depended on its own z alone",
                "dL/dy * y (1 - y)");
    }

    /** The short formula of softmax, for targets that it does not hold for. */
    Cause targetsDoNotAddUp() {
        return cause(
                "targets-do-not-add-up-to-one",
                Step.TARGETS,
                "y - t is right where the targets of a sample add up to 1; here they do not",
                "y - t");
    }

    private Cause cause(String mistake, Step step, String sentence, String computes) {
        return new Cause(mistake, step, l, Optional.empty(), sentence, delta + computes, right);
    }
}
