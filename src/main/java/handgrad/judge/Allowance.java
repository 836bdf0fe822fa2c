package handgrad.judge;

import handgrad.network.Block;
import handgrad.network.Network;
import java.util.Arrays;
import java.util.Set;

/**
 * What a claim leaves open.
 *
 * @param claimed the parameters whose gradient is claimed; that of the others is not judged
 * @param extra how far each entry may be off besides rounding, in the layout of the parameters: digits that were not printed
 */
public record Allowance(Set<Block> claimed, double[] extra) {
    public Allowance {
        claimed = Set.copyOf(claimed);
    }

    /** Everything is claimed, and nothing but rounding allowed. */
    public static Allowance none(Network network) {
        return new Allowance(Set.copyOf(network.blocks()), new double[network.size()]);
    }

    /** A gradient with {@code right} where nothing is claimed. */
    public double[] filled(Network network, double[] gradient, double[] right) {
        double[] filled = right.clone();
        for (Block block : network.blocks()) {
            if (claimed.contains(block)) {
                System.arraycopy(gradient, block.offset(), filled, block.offset(), block.size());
            }
        }
        return filled;
    }

    /** How far each entry may be off besides rounding: by any number where nothing is claimed. */
    double[] slack(Network network) {
        double[] slack = extra.clone();
        for (Block block : network.blocks()) {
            if (!claimed.contains(block)) {
                Arrays.fill(slack, block.offset(), block.end(), Double.MAX_VALUE);
            }
        }
        return slack;
    }
}
