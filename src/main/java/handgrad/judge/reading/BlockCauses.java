package handgrad.judge.reading;

import java.util.Optional;

/** The mistakes in a layer's own gradient, as causes: in the weights' block, in the bias's, or in both. */
final class BlockCauses {
    /** The layer's delta in a formula. */
    final String delta;
    /** The layer's input in a formula. */
    final String input;

    private final Scene scene;
    private final int l;

    BlockCauses(Scene scene, int l) {
        this.scene = scene;
        this.l = l;
        this.delta = "delta" + (l + 1);
        this.input = l == 0 ? "x" : "a" + l;
    }

    /** @param computes what stands in the place of {@code a^T delta} */
    Cause weights(String mistake, Step step, String sentence, String computes) {
        return new Cause(
                mistake,
                step,
                l,
                Optional.of("weights"),
                sentence,
                "dL/dW%d = %s".formatted(l + 1, computes),
                formula(Optional.of("weights"), ""));
    }

    /** @param computes what stands in the place of the sum of delta over the samples */
    Cause bias(String mistake, Step step, String sentence, String computes) {
        return new Cause(
                mistake,
                step,
                l,
                Optional.of("bias"),
                sentence,
                "dL/db%d = %s".formatted(l + 1, computes),
                formula(Optional.of("bias"), ""));
    }

    /** A whole layer or one block times a constant. */
    Cause scaled(Optional<String> parameter, double factor, Optional<Scales.Known> known) {
        String times = Scales.written(factor);
        String words = known.map(Scales.Known::words)
                .filter(some -> !some.equals(times))
                .map(" (%s)"::formatted)
                .orElse("");
        return new Cause(
                reductionOfBias(parameter, factor)
                        .or(() -> known.map(Scales.Known::mistake))
                        .orElse("wrong-scale"),
                Step.SCALE,
                l,
                parameter,
                "the gradient is %s times the right one%s".formatted(times, words),
                formula(parameter, times + " "),
                formula(parameter, ""));
    }

    /** The name of a factor that the bias alone has, as from its reduction. */
    private Optional<String> reductionOfBias(Optional<String> parameter, double factor) {
        boolean ofBias = parameter.equals(Optional.of("bias"));
        if (ofBias && scene.n > 1 && Math.abs(factor * scene.n - 1) < 1e-6) {
            return Optional.of("bias-gradient-averaged");
        }
        return ofBias && Math.abs(factor - scene.n) < 1e-6 && scene.factor != 1
                ? Optional.of("bias-gradient-summed")
                : Optional.empty();
    }

    /** The right formula of a block, or of both, times a constant. */
    private String formula(Optional<String> parameter, String times) {
        String ofWeights = "dL/dW%d = %s%s^T %s".formatted(l + 1, times, input, delta);
        String ofBias = "dL/db%d = %ssum over the samples of %s".formatted(l + 1, times, delta);
        return parameter.map(name -> name.equals("bias") ? ofBias : ofWeights).orElse(ofWeights + ", " + ofBias);
    }

    /** The derivative is missing in this block alone, and right in what goes down. */
    Cause ownFactorMissing(String parameter) {
        String part = parameter.equals("bias") ? "b" : "W";
        return new Cause(
                "derivative-missing-in-own-gradient",
                Step.DERIVATIVE,
                l,
                Optional.of(parameter),
                "the derivative of %s is missing in the gradient of the %s, and is there in what goes down"
                        .formatted(scene.f(l).id(), parameter),
                "dL/d%s%d with dL/da%d in the place of %s".formatted(part, l + 1, l + 1, delta),
                "dL/d%s%d with %s = dL/da%d * f'(z%d)".formatted(part, l + 1, delta, l + 1, l + 1));
    }

    /** A block of zeros. */
    Cause missing(String parameter) {
        boolean ofBias = parameter.equals("bias");
        return ofBias
                ? bias("bias-gradient-missing", Step.MISSING, "the gradient of the bias is zero", "0")
                : weights("layer-gradient-missing", Step.MISSING, "the gradient of the weights is zero", "0");
    }

    /**
     * The gradient of a penalty, added.
     *
     * @param signs of the parameters, as of an L1 penalty
     */
    Cause decayed(String parameter, double lambda, boolean signs) {
        boolean more = lambda > 0;
        String penalty = more
                ? "added, as the gradient of a penalty that the loss does not have, or of one that is too large"
                : "missing, as where the gradient of a penalty is left out, too small or has the wrong sign";
        String sentence = "a multiple of the %s%s is %s (lambda %s)"
                .formatted(signs ? "signs of the " : "", parameter, penalty, Scales.number(Math.abs(lambda)));
        String theta = (parameter.equals("bias") ? "b" : "W") + (l + 1);
        return afterwards(
                "weight-decay-added",
                parameter,
                sentence,
                "%s %s %s %s"
                        .formatted(
                                "%s",
                                more ? "+" : "-",
                                Scales.number(Math.abs(lambda)),
                                signs ? "sign(%s)".formatted(theta) : theta));
    }

    /** A block whose entries end at plus and minus c. */
    Cause clipped(String parameter, double c) {
        return afterwards(
                "clipped-by-value",
                parameter,
                "the entries of the gradient are clipped at %s".formatted(Scales.number(c)),
                "clip(%s, -%s, %s)".formatted("%s", Scales.number(c), Scales.number(c)));
    }

    /** @param done to the right gradient, which is its {@code %s} */
    private Cause afterwards(String mistake, String parameter, String sentence, String done) {
        return parameter.equals("bias")
                ? bias(mistake, Step.AFTERWARDS, sentence, done.formatted("sum of " + delta))
                : weights(mistake, Step.AFTERWARDS, sentence, done.formatted("%s^T %s".formatted(input, delta)));
    }
}
