package handgrad.lab.own;

import handgrad.input.claim.Case;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A step of plain descent whose gradient is right and whose update is not, read from {@code u = (before - after) / rate} and the
 * right gradient {@code g}.
 */
record Update(Case task, Point u, Point g, Nearness nearness) {
    private static final String WHAT = "the update";
    private static final String RIGHT = "theta - rate dL/dtheta";

    /** The mistake, where it is one of those of updates. */
    Optional<Reason> read() {
        return new Factors(task, u, g, nearness)
                .read()
                .or(this::exchanged)
                .or(this::decayed)
                .or(this::twoSteps);
    }

    private Network network() {
        return task.network();
    }

    private double rate() {
        return task.learningRate().orElseThrow();
    }

    /** A parameter follows the gradient of another layer's of the same shape. */
    private Optional<Reason> exchanged() {
        for (Block block : network().blocks()) {
            for (Block other : network().blocks()) {
                boolean shaped = block.layer() != other.layer()
                        && block.rows() == other.rows()
                        && block.columns() == other.columns();
                if (shaped && !nearness.fits(u, g.values(), block) && nearness.fits(u, moved(other, block), block)) {
                    return Optional.of(reason(
                            "wrong-layer-updated",
                            "%s follows the gradient of %s".formatted(block.symbol(), other.symbol()),
                            "%s - rate dL/d%s".formatted(block.symbol(), other.symbol())));
                }
            }
        }
        return Optional.empty();
    }

    private double[] moved(Block from, Block to) {
        double[] moved = g.values().clone();
        System.arraycopy(g.values(), from.offset(), moved, to.offset(), from.size());
        return moved;
    }

    /** {@code u = g + lambda theta} in some parameters. */
    private Optional<Reason> decayed() {
        record Kind(String mistake, String whose, Predicate<Block> blocks) {}
        var kinds = List.of(
                new Kind("decay-on-biases", "biases", block -> !block.isWeight()),
                new Kind("weights-decay", "weights", Block::isWeight),
                new Kind("decay-on-biases", "biases, like the weights,", block -> true));
        for (Kind kind : kinds) {
            Point theta = only(kind.blocks);
            double lambda = Right.dot(Right.sum(u, -1, g), theta) / Right.dot(theta, theta);
            if (nearness.fits(u, Right.sum(g, lambda, theta).values())) {
                String factor = Reason.factor(lambda);
                String symbol = kind.mistake.equals("weights-decay") ? "W" : "b";
                return Optional.of(reason(
                        kind.mistake,
                        "the %s decay: %s times themselves is in their update".formatted(kind.whose, factor),
                        "%s - rate (dL/d%s + %s %s)".formatted(symbol, symbol, factor, symbol)));
            }
        }
        return Optional.empty();
    }

    private Point only(Predicate<Block> blocks) {
        double[] values = new double[network().size()];
        for (Block block : network().blocks()) {
            if (blocks.test(block)) {
                System.arraycopy(task.parameters().values(), block.offset(), values, block.offset(), block.size());
            }
        }
        return new Point(network(), values);
    }

    /** {@code u = g(theta) + g(theta - rate g(theta))}. */
    private Optional<Reason> twoSteps() {
        Point moved = Right.sum(task.parameters(), -rate(), g);
        boolean fits = nearness.fits(
                u, Right.sum(g, 1, Right.of(moved, task.samples())).values());
        return fits
                ? Optional.of(reason(
                        "batch-twice",
                        "two steps are made on this batch, one after the other",
                        "two steps of the same batch"))
                : Optional.empty();
    }

    static Reason reason(String mistake, String sentence, String computes) {
        return Reason.of(WHAT, mistake, sentence, computes, RIGHT);
    }
}
