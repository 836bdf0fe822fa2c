package handgrad.lab.own;

import handgrad.network.Block;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.compare.Tolerance;
import java.util.stream.IntStream;

/**
 * When two gradients are the same: entry by entry within rounding, relative to the largest entry of the layer.
 *
 * @param extra how far each entry may be off besides
 */
record Nearness(Precision precision, double[] extra) {
    /** Roundings of a step and of the subtraction that undoes it. */
    private static final double STEP = 4;

    /** What a reading of a wrong gradient has to explain. */
    private static final double FITS = 1e-6;

    /** @param subtracted the numbers whose difference each entry is, over the rate; 0 where it is none */
    static Nearness ofDifference(Precision precision, double[] subtracted) {
        double[] extra = subtracted.clone();
        for (int i = 0; i < extra.length; i++) {
            extra[i] *= STEP * precision.epsilon();
        }
        return new Nearness(precision, extra);
    }

    static double tolerance(Precision precision) {
        return Tolerance.gradient(precision);
    }

    /**
     * Also where layers were larger once: what cancels now rounds as it did then.
     *
     * @param scales the largest entry of each layer
     */
    Nearness atLeast(double[] scales, Iterable<Block> blocks) {
        double[] more = extra.clone();
        for (Block block : blocks) {
            for (int i = block.offset(); i < block.end(); i++) {
                more[i] += tolerance(precision) * scales[block.layer()];
            }
        }
        return new Nearness(precision, more);
    }

    /** Whether all entries of a block are the same up to rounding. */
    boolean same(Point claimed, Point right, Block block) {
        return within(tolerance(precision), claimed, right.values(), block);
    }

    boolean same(Point claimed, Point right) {
        return claimed.network().blocks().stream().allMatch(block -> same(claimed, right, block));
    }

    /** Whether a candidate explains what is claimed of a whole network. */
    boolean fits(Point claimed, double[] candidate) {
        return claimed.network().blocks().stream().allMatch(block -> fits(claimed, candidate, block));
    }

    /** Whether a candidate explains what is claimed of a block. */
    boolean fits(Point claimed, double[] candidate, Block block) {
        return within(Math.max(FITS, tolerance(precision)), claimed, candidate, block);
    }

    private boolean within(double tolerance, Point claimed, double[] right, Block block) {
        double allowed = tolerance * largest(right, claimed.network().blocks(block.layer()));
        return indices(block).allMatch(i -> Math.abs(claimed.values()[i] - right[i]) <= allowed + extra[i]);
    }

    /** The largest entry of some blocks. */
    static double largest(double[] values, Iterable<Block> blocks) {
        double largest = 0;
        for (Block block : blocks) {
            largest = indices(block).mapToDouble(i -> Math.abs(values[i])).reduce(largest, Math::max);
        }
        return largest;
    }

    private static IntStream indices(Block block) {
        return IntStream.range(block.offset(), block.end());
    }
}
