package handgrad.judge.reading;

import handgrad.network.Block;
import handgrad.network.Point;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * A gradient that is to be read.
 *
 * @param blocks the parameters whose gradient is claimed; what stands for the others says nothing
 * @param tolerance how far off an entry may be, relative to the largest of its block
 * @param least numbers below are rounding
 */
public record Claim(Point gradient, Set<Block> blocks, double tolerance, double least) {
    public Claim {
        blocks = Set.copyOf(blocks);
    }

    boolean has(Block block) {
        return blocks.contains(block);
    }

    /** What is claimed, a block after the other. */
    double[] values(List<Block> inOrder) {
        return values(inOrder, gradient.values());
    }

    /** How well blocks, of which some are claimed, are those of another gradient; empty where they are not. */
    Optional<Fit> fit(List<Block> some, double[] other) {
        double[] claimed = values(some);
        return Fit.of(claimed, values(some, other), tolerance, least)
                .filter(fit -> fit.exact() && Matrices.largest(claimed) > least);
    }

    private double[] values(List<Block> inOrder, double[] other) {
        return inOrder.stream()
                .filter(this::has)
                .map(block -> Arrays.stream(other, block.offset(), block.end()))
                .reduce(DoubleStream.empty(), DoubleStream::concat)
                .toArray();
    }
}
