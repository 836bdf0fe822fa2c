package handgrad.judge;

import handgrad.network.Block;
import handgrad.network.Network;
import java.util.Set;

/**
 * What a claim leaves open.
 *
 * @param claimed the parameters whose gradient is claimed; that of the others is not judged
 * @param extra how far each entry may be off besides rounding, in the layout of the parameters: digits that were not printed
 */
@SuppressWarnings("ArrayRecordComponent")
public record Allowance(Set<Block> claimed, double[] extra) {
    public Allowance {
        claimed = Set.copyOf(claimed);
    }

    /** Everything is claimed, and nothing but rounding allowed. */
    public static Allowance none(Network network) {
        return new Allowance(Set.copyOf(network.blocks()), new double[network.size()]);
    }

    /** A gradient with {@code right} where nothing is claimed. */
    double[] filled(Network network, double[] gradient, double[] right) {
        double[] filled = right.clone();
        for (Block block : network.blocks()) {
            if (claimed.contains(block)) {
                System.arraycopy(gradient, block.offset(), filled, block.offset(), block.size());
            }
        }
        return filled;
    }

    /** What is allowed where rounding alone explains {@code rounding}: anything where nothing is claimed. */
    double[] with(Network network, double[] rounding) {
        double[] allowed = rounding.clone();
        for (Block block : network.blocks()) {
            for (int i = block.offset(); i < block.end(); i++) {
                allowed[i] = claimed.contains(block) ? rounding[i] + extra[i] : Double.POSITIVE_INFINITY;
            }
        }
        return allowed;
    }
}
