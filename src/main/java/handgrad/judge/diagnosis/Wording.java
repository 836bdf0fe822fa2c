package handgrad.judge.diagnosis;

import handgrad.judge.reading.Step;
import handgrad.judge.trace.Formulas;
import handgrad.network.Network;
import handgrad.network.function.Activation;
import java.util.Map;

/**
 * The words for a mistake; in its formulas {@code ^l} stands for any layer, {@code ^L} for the output's.
 *
 * @param step which is taken wrongly
 * @param computes what a program with it computes
 * @param sentence what it is
 * @param cure the line of mathematics that puts it right
 */
record Wording(Step step, String computes, String sentence, String cure) {
    /** For mistakes that are made in a form which the usual words do not fit. */
    static final Map<Mistake, Wording> OTHER = Map.of(
            Mistake.TRANSPOSED_WEIGHTS,
            new Wording(
                    Step.PASSED_DOWN,
                    "dL/da^l = delta^(l+1) W^(l+1)",
                    "delta is passed down through the weights, and not through their transpose",
                    "dL/da^l = delta^(l+1) W^(l+1)^T"),
            Mistake.LOSS_CLIPPED,
            new Wording(
                    Step.LOSS,
                    "delta^l = dL/dy with y + c for y",
                    "a small number is added to the outputs in the logarithms of the loss",
                    "delta^L = y - t"),
            Mistake.WEIGHT_DECAY_ADDED,
            new Wording(
                    Step.AFTERWARDS,
                    "dL/dW^l - lambda W^l",
                    "a multiple of the weights is missing, as where the gradient of a penalty is left out, too small or has the wrong sign",
                    "dL/dW^l + lambda W^l of the penalty"));

    /** What a program computes in a layer, as a formula; layers count from 1. */
    String computes(int layer) {
        return numbered(computes, layer);
    }

    /** The right formula in a layer of a network, with its own functions. */
    String right(Network network, int layer) {
        if (computes.contains("dL/dW^l") && !computes.contains("dL/dW^l =")) {
            // Something was done to the whole gradient.
            return numbered("dL/dW^l", layer);
        }
        Activation f = network.layer(layer).activation();
        String z = "z" + (layer + 1);
        String a = "a" + (layer + 1);
        boolean output = layer == network.depth() - 1;
        if (step == Step.OUTPUT_DELTA || step == Step.LOSS || (step == Step.DERIVATIVE && output)) {
            return "delta%d = %s".formatted(layer + 1, Formulas.outputDelta(network.loss(), f, z, network.nOut()));
        }
        return step == Step.DERIVATIVE
                ? "delta%d = %s".formatted(layer + 1, Formulas.slope(f, "dL/d" + a, z, a))
                : numbered(cure, layer);
    }

    private static String numbered(String formula, int layer) {
        return formula.replace("^(l-1)^T", "^(l-1)T")
                .replace("a^(l-1)", layer == 0 ? "x" : "a" + layer)
                .replace("^(l-1)", String.valueOf(layer))
                .replace("^(l+1)", String.valueOf(layer + 2))
                .replace("^l", String.valueOf(layer + 1))
                .replace("^L", String.valueOf(layer + 1))
                .replaceAll("([axz]\\d*)T", "$1^T");
    }
}
