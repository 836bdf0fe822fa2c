package handgrad.judge.diagnosis;

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
            Mistake.LOSS_CLIPPED, " (c = %.1e)");

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

    /** The words for it, in its form. */
    Wording wording() {
        if (mistake == Mistake.OUTPUT_DELTA_OF_OTHER_LOSS) {
            return FaultyOutput.wording(form);
        }
        boolean other = isPassedDown() || isEpsilon() || isPenaltyMissing();
        return other ? Wording.OTHER.get(mistake) : mistake.wording();
    }

    private boolean isPassedDown() {
        return mistake == Mistake.TRANSPOSED_WEIGHTS && form == ShapeFaults.PASSED_DOWN;
    }

    private boolean isEpsilon() {
        return mistake == Mistake.LOSS_CLIPPED && form == ClippedLoss.ADDED;
    }

    private boolean isPenaltyMissing() {
        return mistake == Mistake.WEIGHT_DECAY_ADDED && strength < 0;
    }

    /** What it is, with the strength where there is one. */
    String sentence() {
        double shown = isPenaltyMissing() ? -strength : strength;
        return wording().sentence() + STRENGTH.getOrDefault(mistake, "").formatted(shown);
    }
}
