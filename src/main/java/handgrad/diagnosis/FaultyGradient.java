package handgrad.diagnosis;

import handgrad.network.Block;
import handgrad.network.Network;
import java.util.Arrays;
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

    /** The gradient with the faults made in it, in their order. */
    double[] apply(double[] gradient, List<Fault> faults) {
        double[] faulty = gradient;
        for (Fault fault : faults) {
            faulty = apply(faulty.clone(), fault);
        }
        return faulty;
    }

    private double[] apply(double[] g, Fault fault) {
        switch (fault.mistake()) {
            case SUM_INSTEAD_OF_MEAN -> scale(g, fault, n);
            case MEAN_INSTEAD_OF_SUM -> scale(g, fault, 1.0 / n);
            case SIGN_FLIPPED -> scale(g, fault, -1);
            case FACTOR_TWO -> scale(g, fault, 2);
            case FACTOR_HALF -> scale(g, fault, 0.5);
            case DIVIDED_BY_OUTPUTS -> scale(g, fault, 1.0 / network.nOut());
            case WRONG_SCALE -> scale(g, fault, fault.strength());
            case LAYER_GRADIENT_MISSING -> scale(g, fault, 0);
            case BIAS_GRADIENT_MISSING -> scaleBias(g, fault, 0);
            case BIAS_GRADIENT_AVERAGED -> scaleBias(g, fault, 1.0 / n);
            case BIAS_GRADIENT_SUMMED -> scaleBias(g, fault, n);
            case WEIGHT_DECAY_ADDED -> decay(g, fault);
            case TRANSPOSED_WEIGHTS -> transpose(g, fault);
            case LAYER_SWAPPED -> swap(g, fault.layer().orElse(0), fault.form());
            case SAME_UPDATE_IN_EVERY_LAYER -> copy(g, fault);
            case OUTPUT_DELTA_OF_OTHER_LOSS,
                    MISSING_ACTIVATION_DERIVATIVE,
                    DERIVATIVE_AT_ACTIVATION,
                    DERIVATIVE_AT_PRE_ACTIVATION,
                    ACTIVATION_DERIVATIVE_TWICE,
                    PRE_ACTIVATION_AS_INPUT,
                    WEIGHTS_MISSING,
                    STALE_WEIGHTS,
                    LAST_SAMPLE_ONLY,
                    FIRST_SAMPLE_ONLY,
                    STALE_ACTIVATIONS,
                    ELEMENTWISE_PRODUCT,
                    LOSS_CLIPPED,
                    SOFTMAX_DIAGONAL -> {
                // Made on the way, in FaultyBackpropagation.
            }
        }
        return g;
    }

    private void scale(double[] g, Fault fault, double factor) {
        for (Block block : blocks) {
            for (int i = block.offset(); fault.touches(block.layer()) && i < block.end(); i++) {
                g[i] *= factor;
            }
        }
    }

    private void scaleBias(double[] g, Fault fault, double factor) {
        for (Block block : blocks) {
            boolean meant = block.kind() == Block.Kind.BIAS && fault.touches(block.layer());
            for (int i = block.offset(); meant && i < block.end(); i++) {
                g[i] *= factor;
            }
        }
    }

    private void decay(double[] g, Fault fault) {
        for (Block block : blocks) {
            boolean meant = block.kind() == Block.Kind.WEIGHTS && fault.touches(block.layer());
            for (int i = block.offset(); meant && i < block.end(); i++) {
                g[i] += fault.strength() * theta[i];
            }
        }
    }

    /** Form 0: the finished matrix is transposed, or where it is not square its entries are in row order. */
    private void transpose(double[] g, Fault fault) {
        for (Block block : blocks) {
            boolean meant = block.kind() == Block.Kind.WEIGHTS && fault.touches(block.layer());
            if (meant && fault.form() == 0) {
                System.arraycopy(inRowOrder(g, block), 0, g, block.offset(), block.size());
            }
        }
    }

    private static double[] inRowOrder(double[] g, Block block) {
        double[] entries = new double[block.size()];
        for (int row = 0; row < block.rows(); row++) {
            for (int column = 0; column < block.columns(); column++) {
                entries[row * block.columns() + column] = g[block.index(row, column)];
            }
        }
        return entries;
    }

    private void swap(double[] g, int layer, int other) {
        for (int part = 0; part < 2; part++) {
            Block one = blocks.get(2 * layer + part);
            Block two = blocks.get(2 * other + part);
            double[] kept = Arrays.copyOfRange(g, one.offset(), one.end());
            System.arraycopy(g, two.offset(), g, one.offset(), two.size());
            System.arraycopy(kept, 0, g, two.offset(), kept.length);
        }
    }

    /** The gradient of one layer's weights, given to every other layer with as many; with strength 2 the bias's too. */
    private void copy(double[] g, Fault fault) {
        for (int part = 0; part < fault.strength(); part++) {
            Block source = blocks.get(2 * fault.form() + part);
            double[] update = Arrays.copyOfRange(g, source.offset(), source.end());
            for (Block block : blocks) {
                if (block.kind() == source.kind() && block.size() == update.length) {
                    System.arraycopy(update, 0, g, block.offset(), update.length);
                }
            }
        }
    }
}
