package handgrad.lab.own;

import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.network.Block;
import handgrad.network.Point;
import handgrad.network.Precision;
import java.util.Comparator;
import java.util.Optional;

/**
 * A question at a step, what was answered, and what is right.
 *
 * @param step from 1
 * @param loss the right one
 */
public record Exchange(long step, Case task, Claim claim, Point right, double loss) {
    /** Of two losses that were summed in different orders. */
    private static final double SAME_LOSS = 1e-9;

    /** The gradient that is computed first of those that are wrong: from the output down. */
    Optional<Block> firstWrong(Nearness nearness) {
        return task.network().blocks().stream()
                .sorted(Comparator.comparingInt(Block::layer).reversed())
                .filter(block -> !nearness.same(claim.gradient(), right, block))
                .findFirst();
    }

    /** What rounding explains. */
    Nearness nearness(Precision precision) {
        return Nearness.ofDifference(precision, claim.handed().subtracted());
    }

    /** Whether a loss was answered that is not the right one. */
    boolean wrongLoss(Precision precision) {
        double allowed = Math.max(SAME_LOSS, Nearness.tolerance(precision)) * Math.max(Math.abs(loss), SAME_LOSS);
        return claim.loss().isPresent() && !(Math.abs(claim.loss().getAsDouble() - loss) <= allowed);
    }
}
