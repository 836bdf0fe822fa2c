package handgrad.judge.reading;

import java.util.Optional;

/** The mistakes on the way from {@code dL/da} of a layer to its delta, as causes. */
final class DeltaCauses {
    private final Scene scene;
    private final int l;
    private final String dA;
    private final String delta;
    private final String right;

    DeltaCauses(Scene scene, int l) {
        this.scene = scene;
        this.l = l;
        this.dA = l == scene.last ? "dL/dy" : "(delta%d W%d^T)".formatted(l + 2, l + 2);
        this.delta = "delta%d = ".formatted(l + 1);
        String factor = scene.entrywise(l) ? " * f'(z%d)".formatted(l + 1) : " through softmax's whole Jacobian";
        this.right =
                delta + "%s%s, with %s's f'".formatted(dA, factor, scene.f(l).id());
    }

    /** @param factor that {@code dL/da} is multiplied by */
    Cause factor(String mistake, String sentence, String factor) {
        return cause(mistake, sentence, dA + " * " + factor);
    }

    Cause derivativeMissing() {
        return cause(
                "missing-activation-derivative",
                "delta is not multiplied by the derivative of " + scene.f(l).id(),
                dA);
    }

    /** The derivative is assigned where it should be multiplied. */
    Cause overwritten() {
        return cause(
                "derivative-overwrites-delta",
                "the derivative of %s stands in the place of delta: what came down is lost, = where *= belongs"
                        .formatted(scene.f(l).id()),
                "f'(z%d)".formatted(l + 1));
    }

    Cause maskFromTheGradient() {
        return factor(
                "mask-from-the-gradient",
                "the mask of %s is taken from the sign of the gradient, where that of z is right"
                        .formatted(scene.f(l).id()),
                "[dL/da%d > 0]".formatted(l + 1));
    }

    private Cause cause(String mistake, String sentence, String computes) {
        return new Cause(mistake, Step.DERIVATIVE, l, Optional.empty(), sentence, delta + computes, right);
    }
}
