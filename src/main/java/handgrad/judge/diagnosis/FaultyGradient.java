package handgrad.judge.diagnosis;

import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.layer.Slot;
import java.util.List;

/** The faults that are made with the finished gradient of the reduced loss. */
final class FaultyGradient {
    private final Network network;
    private final List<Block> blocks;
    private final double[] theta;
    private final int n;

    FaultyGradient(Place place) {
        this.network = place.network;
        this.blocks = place.blocks;
        this.theta = place.theta;
        this.n = place.x.length;
    }

    /** Whether a fault is made here; the others are made on the way, in {@link FaultyBackpropagation}. */
    static boolean makes(Fault fault) {
        return switch (fault.mistake()) {
            case SUM_INSTEAD_OF_MEAN,
                    MEAN_INSTEAD_OF_SUM,
                    SIGN_FLIPPED,
                    FACTOR_TWO,
                    FACTOR_HALF,
                    DIVIDED_BY_OUTPUTS,
                    WRONG_SCALE,
                    LAYER_GRADIENT_MISSING,
                    BIAS_GRADIENT_MISSING,
                    BIAS_GRADIENT_AVERAGED,
                    BIAS_GRADIENT_SUMMED,
                    WEIGHT_DECAY_ADDED,
                    LAYER_SWAPPED,
                    SAME_UPDATE_IN_EVERY_LAYER -> true;
            case TRANSPOSED_WEIGHTS -> fault.form() != ShapeFaults.PASSED_DOWN;
            default -> false;
        };
    }

    /** The gradient with the faults made in it, in their order. */
    double[] apply(double[] gradient, List<Fault> faults) {
        double[] faulty = gradient.clone();
        for (Fault fault : faults) {
            apply(faulty, fault);
        }
        return faulty;
    }

    private void apply(double[] g, Fault fault) {
        switch (fault.mistake()) {
            case SUM_INSTEAD_OF_MEAN -> scale(g, fault, n);
            case MEAN_INSTEAD_OF_SUM -> scale(g, fault, 1.0 / n);
            case SIGN_FLIPPED -> scale(g, fault, -1);
            case FACTOR_TWO -> scale(g, fault, 2);
            case FACTOR_HALF -> scale(g, fault, 0.5);
            case DIVIDED_BY_OUTPUTS -> scale(g, fault, 1.0 / network.nOut());
            case WRONG_SCALE -> scale(g, fault, fault.strength());
            case LAYER_GRADIENT_MISSING -> scale(g, fault, 0);
            case BIAS_GRADIENT_MISSING -> scale(g, fault, Slot.Role.BIAS, 0);
            case BIAS_GRADIENT_AVERAGED -> scale(g, fault, Slot.Role.BIAS, 1.0 / n);
            case BIAS_GRADIENT_SUMMED -> scale(g, fault, Slot.Role.BIAS, n);
            case WEIGHT_DECAY_ADDED -> decay(g, fault);
            case TRANSPOSED_WEIGHTS -> transpose(g, fault);
            case LAYER_SWAPPED -> swap(g, fault.layer().orElse(0), fault.form());
            case SAME_UPDATE_IN_EVERY_LAYER -> copy(g, fault);
            default -> {
                // Made on the way.
            }
        }
    }

    /** Form 0: everything is scaled; form 1: the weights only. */
    private void scale(double[] g, Fault fault, double factor) {
        scale(g, fault, Slot.Role.WEIGHT, factor);
        if (fault.form() == 0) {
            scale(g, fault, Slot.Role.BIAS, factor);
        }
    }

    private void scale(double[] g, Fault fault, Slot.Role role, double factor) {
        for (Block block : blocks) {
            boolean meant = block.slot().role() == role && fault.touches(block.layer());
            for (int i = block.offset(); meant && i < block.end(); i++) {
                g[i] *= factor;
            }
        }
    }

    /** Form 0: of the weights; form 1: of the biases as well. */
    private void decay(double[] g, Fault fault) {
        for (Block block : blocks) {
            boolean meant = (block.isWeight() || fault.form() == 1) && fault.touches(block.layer());
            for (int i = block.offset(); meant && i < block.end(); i++) {
                g[i] += fault.strength() * theta[i];
            }
        }
    }

    /** The finished matrix is transposed; where it is not square, form 0: its entries are in row order, form 2: the reverse. */
    private void transpose(double[] g, Fault fault) {
        for (Block block : blocks) {
            if (block.isWeight() && fault.touches(block.layer()) && fault.form() != ShapeFaults.PASSED_DOWN) {
                System.arraycopy(reordered(g, block, fault.form() == 2), 0, g, block.offset(), block.size());
            }
        }
    }

    private static double[] reordered(double[] g, Block block, boolean reverse) {
        double[] entries = new double[block.size()];
        for (int row = 0; row < block.rows(); row++) {
            for (int column = 0; column < block.columns(); column++) {
                int inColumns = block.index(row, column) - block.offset();
                int inRows = row * block.columns() + column;
                entries[reverse ? inColumns : inRows] = g[block.offset() + (reverse ? inRows : inColumns)];
            }
        }
        return entries;
    }

    private void swap(double[] g, int layer, int other) {
        double[] kept = g.clone();
        give(kept, g, layer, other, true);
        give(kept, g, other, layer, true);
    }

    /** In a layer: it gets the gradient of layer {@code form}; everywhere: all do that it fits. Strength 2: the bias too. */
    private void copy(double[] g, Fault fault) {
        double[] kept = g.clone();
        for (int l = 0; l < network.depth(); l++) {
            if (fault.touches(l)
                    && blocks.get(2 * l).size() == blocks.get(2 * fault.form()).size()) {
                give(kept, g, l, fault.form(), fault.strength() == 2);
            }
        }
    }

    /** The weights of layer {@code from}, entry by entry in row order, and the bias where it has the same length. */
    private void give(double[] source, double[] g, int to, int from, boolean biasToo) {
        Block target = blocks.get(2 * to);
        Block given = blocks.get(2 * from);
        for (int k = 0; k < target.size(); k++) {
            g[target.index(k / target.columns(), k % target.columns())] =
                    source[given.index(k / given.columns(), k % given.columns())];
        }
        if (biasToo && target.columns() == given.columns()) {
            System.arraycopy(source, given.end(), g, target.end(), target.columns());
        }
    }
}
