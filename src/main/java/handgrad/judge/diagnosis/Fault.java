package handgrad.judge.diagnosis;

import handgrad.judge.reading.Step;
import handgrad.network.Network;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A mistake made somewhere, in one of its forms.
 *
 * @param layer the layer that it is made in; empty for every layer
 * @param form which of the ways in which people make it, from 0
 * @param strength the number that it is made with: the learning rate of stale weights, the threshold of a clipped loss,
 *     the factor of a wrong scale, the lambda of a weight decay; else 1
 */
public record Fault(Mistake mistake, OptionalInt layer, int form, double strength) {
    private static final Map<Mistake, String> STRENGTH = Map.of(
            Mistake.WRONG_SCALE, " (%.6g)",
            Mistake.WEIGHT_DECAY_ADDED, " (lambda %.6g)",
            Mistake.STALE_WEIGHTS, " (learning rate %.6g)",
            Mistake.LOSS_CLIPPED, " (at %.1e)");

    static Fault everywhere(Mistake mistake) {
        return new Fault(mistake, OptionalInt.empty(), 0, 1);
    }

    static Fault in(int layer, Mistake mistake) {
        return new Fault(mistake, OptionalInt.of(layer), 0, 1);
    }

    Fault form(int which) {
        return new Fault(mistake, layer, which, strength);
    }

    Fault strength(double value) {
        return new Fault(mistake, layer, form, value);
    }

    boolean touches(int which) {
        return layer.isEmpty() || layer.getAsInt() == which;
    }

    boolean is(Mistake which, int inLayer) {
        return mistake == which && touches(inLayer);
    }

    /** {@code "layer 2: ..."}, or {@code "every layer: ..."}; layers count from 1. */
    public String explanation() {
        String where = layer.isPresent() ? "layer " + (layer.getAsInt() + 1) : "every layer";
        return "%s: %s".formatted(where, sentence());
    }

    /** The step that is taken wrongly. */
    Step step() {
        return passedDownTransposed() ? Step.PASSED_DOWN : mistake.step();
    }

    /** What a program with it computes in a layer, as a formula. */
    String computes(int inLayer) {
        if (penaltyMissing()) {
            return "dL/dW%d - %.6g W%d".formatted(inLayer + 1, -strength, inLayer + 1);
        }
        if (addedInLogarithm()) {
            return "delta%d = dL/dy with y + %.1e for y".formatted(inLayer + 1, strength);
        }
        return passedDownTransposed()
                ? "dL/da%d = delta%d W%d".formatted(inLayer + 1, inLayer + 2, inLayer + 2)
                : mistake.computes(inLayer);
    }

    /** The right formula there. */
    String right(Network network, int inLayer) {
        return passedDownTransposed()
                ? "dL/da%d = delta%d W%d^T".formatted(inLayer + 1, inLayer + 2, inLayer + 2)
                : mistake.right(network, inLayer);
    }

    private boolean passedDownTransposed() {
        return mistake == Mistake.TRANSPOSED_WEIGHTS && form == 1;
    }

    private boolean penaltyMissing() {
        return mistake == Mistake.WEIGHT_DECAY_ADDED && strength < 0;
    }

    private boolean addedInLogarithm() {
        return mistake == Mistake.LOSS_CLIPPED && form == ClippedLoss.ADDED;
    }

    /** What it is, with the strength where there is one. */
    String sentence() {
        if (passedDownTransposed()) {
            return "delta is passed down through the weights, and not through their transpose";
        }
        if (addedInLogarithm()) {
            return "%.1e is added to the outputs in the logarithms of the loss".formatted(strength);
        }
        if (penaltyMissing()) {
            return "%.6g times the weights is subtracted, as where the gradient of a penalty is left out or has the wrong sign"
                    .formatted(-strength);
        }
        return mistake.sentence() + STRENGTH.getOrDefault(mistake, "").formatted(strength);
    }
}
