package handgrad.judge.diagnosis;

import handgrad.network.Point;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A gradient with a mistake in it.
 *
 * @param layer the layer whose delta or gradient the mistake makes wrong first; empty for every layer
 * @param form the way in which it was made
 * @param learningRate what the checker is told
 */
record Planting(Mistake mistake, OptionalInt layer, String form, OptionalDouble learningRate, Point gradient) {
    @Override
    public String toString() {
        return "%s (%s) in %s"
                .formatted(mistake.id(), form, layer.isPresent() ? "layer " + layer.getAsInt() : "every layer");
    }
}
