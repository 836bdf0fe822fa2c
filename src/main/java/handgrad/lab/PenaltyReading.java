package handgrad.lab;

import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.network.Block;
import handgrad.network.Penalty;
import java.util.List;
import java.util.Optional;

/**
 * A wrong gradient that is the right one and a multiple of what a penalty adds.
 *
 * @param loss the right one
 * @param difference of the claimed gradient and the right one
 */
record PenaltyReading(Case given, Claim claim, double loss, double[] difference) {
    private static final double SAME = 1e-9;
    /** Of the loss that remains when another is taken away from it. */
    private static final double SIMILAR = 1e-6;

    Optional<Readings.Reading> found() {
        for (boolean biases : new boolean[] {false, true}) {
            for (Penalty unit : List.of(new Penalty(0, 0.5, biases), new Penalty(1, 0, biases))) {
                double lambda = fitted(unit.gradient(given.parameters()));
                if (explains(unit, lambda)) {
                    return Optional.of(reading(unit, lambda));
                }
            }
        }
        return Optional.empty();
    }

    private double fitted(double[] added) {
        double products = 0;
        double squares = 0;
        for (Block block : claim.handed().blocks()) {
            for (int i = block.offset(); i < block.end(); i++) {
                products += difference[i] * added[i];
                squares += added[i] * added[i];
            }
        }
        return products / squares;
    }

    private boolean explains(Penalty unit, double lambda) {
        double[] added = unit.gradient(given.parameters());
        double largest = 0;
        double off = 0;
        for (Block block : claim.handed().blocks()) {
            for (int i = block.offset(); i < block.end(); i++) {
                largest = Math.max(largest, Math.abs(lambda * added[i]));
                off = Math.max(off, Math.abs(difference[i] - lambda * added[i]));
            }
        }
        return lambda != 0 && Double.isFinite(lambda) && off <= SAME * largest;
    }

    private Readings.Reading reading(Penalty unit, double lambda) {
        String shown = Readings.shown(lambda);
        if (lambda < 0 || !given.penalty().equals(Penalty.NONE)) {
            return Readings.Reading.ofGradient(
                    "It differs from the right gradient by %s times %s, as what a penalty adds%s."
                            .formatted(
                                    shown,
                                    unit.absolute() == 0 ? "the weights" : "their signs",
                                    lambda < 0
                                            ? " that is left out, or has the wrong sign"
                                            : ": look at the one that is declared"));
        }
        String over = unit.biases() ? ", \"biases\": true" : "";
        String declared = unit.absolute() == 0
                ? "{\"l2\": %s, \"half\": true%s}".formatted(shown, over)
                : "{\"l1\": %s%s}".formatted(shown, over);
        double share = claim.loss().isPresent()
                ? (claim.loss().getAsDouble() - loss) / (lambda * unit.loss(given.parameters()))
                : 0;
        if (Math.abs(share - 1) <= SIMILAR) {
            return new Readings.Reading(
                    "It is the right gradient of this loss with a penalty, which the claimed loss has too: declare \"penalty\": %s."
                            .formatted(declared),
                    true);
        }
        if (Math.abs(share - 2) <= SIMILAR && unit.absolute() == 0) {
            return new Readings.Reading(
                    "The gradient has %s w of a penalty, but the claimed loss %s sum w^2, whose gradient is twice that: declare \"penalty\": {\"l2\": %s, \"half\": false%s} for the loss, or %s for the gradient."
                            .formatted(shown, shown, shown, over, declared),
                    true);
        }
        return Readings.Reading.ofGradient(
                "It is the right gradient of this loss with a penalty: if your loss has it, declare \"penalty\": %s."
                        .formatted(declared));
    }
}
