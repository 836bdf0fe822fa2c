package handgrad.engine.hand;

import handgrad.engine.Descent;
import handgrad.engine.NativeMatrix;
import handgrad.engine.Parameters;
import handgrad.network.Block;
import handgrad.network.Trained;
import handgrad.network.array.Stretches;
import java.util.List;

/** A rule of descent at work: one pass over the flat vectors a step, {@code theta <- theta - s}. */
final class Steps {
    private final Descent descent;
    private final NativeMatrix theta;
    private final NativeMatrix gradient;
    private final List<Block> blocks;
    private final double[] value = Stretches.memory();
    private final double[] g = Stretches.memory();
    private final double[][] memory;
    /** The number of the step, from 1. */
    private int t;

    /** For a point that moves and the gradient there, both in the same memory for all steps. */
    Steps(Descent descent, Trained trained, Parameters theta, Parameters gradient) {
        this.descent = descent;
        this.theta = NativeMatrix.of(theta.vector());
        this.gradient = NativeMatrix.of(gradient.vector());
        this.blocks = theta.network().blocks().stream().filter(trained::moves).toList();
        this.memory = new double[descent.rule().memories()][theta.network().size()];
    }

    void descend() {
        t++;
        for (int k = 0; k < blocks.size(); k++) {
            Block block = blocks.get(k);
            double l2 = descent.l2(block);
            double keep = 1 - descent.learningRate() * descent.decay(block);
            for (int from = block.offset(); from < block.end(); from += Stretches.LONGEST) {
                int count = Math.min(Stretches.LONGEST, block.end() - from);
                theta.load(from, value, 0, count);
                gradient.load(from, g, 0, count);
                for (int i = 0; i < count; i++) {
                    g[i] += l2 * value[i];
                    value[i] *= keep;
                }
                descent.rule().step(value, g, count, memory, from, descent.learningRate(), t);
                theta.store(from, value, 0, count);
            }
        }
    }
}
