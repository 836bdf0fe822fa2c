package handgrad.engine.hand.fast;

import handgrad.engine.Descent;
import handgrad.engine.Rule;
import handgrad.engine.hand.Arithmetic;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.Trained;
import handgrad.network.array.Memory;
import java.util.List;

/** How a gradient becomes a step, one pass over the flat vectors; the formulas are {@link Rule}'s. */
final class FastStepRule implements Arithmetic.StepRule {
    private final Descent descent;
    private final Memory theta;
    private final Memory gradient;
    private final List<Block> blocks;
    private final double[] value = Memory.stretch();
    private final double[] g = Memory.stretch();

    /** The velocity, or Adam's mean of gradients. */
    private final double[] first;

    /** Adam's mean of squared gradients. */
    private final double[] second;

    /** The number of the step, from 1. */
    private int t;

    FastStepRule(Descent descent, Trained trained, Parameters theta, Parameters gradient) {
        Network network = theta.network();
        this.descent = descent;
        this.theta = Memory.of(theta.vector());
        this.gradient = Memory.of(gradient.vector());
        this.blocks = network.blocks().stream()
                .filter(block -> trained == Trained.ALL || block.kind() == Block.Kind.WEIGHTS)
                .toList();
        this.first = new double[descent.rule() == Rule.SGD ? 0 : network.size()];
        this.second = new double[descent.rule() == Rule.ADAM ? network.size() : 0];
    }

    @Override
    public void descend() {
        t++;
        for (int k = 0; k < blocks.size(); k++) {
            Block block = blocks.get(k);
            double decay = block.kind() == Block.Kind.WEIGHTS ? descent.l2() : 0;
            for (int from = block.offset(); from < block.end(); from += Memory.STRETCH) {
                int count = Math.min(Memory.STRETCH, block.end() - from);
                theta.load(from, value, 0, count);
                gradient.load(from, g, 0, count);
                descend(from, count, decay);
                theta.store(from, value, 0, count);
            }
        }
    }

    private void descend(int from, int count, double decay) {
        for (int i = 0; i < count; i++) {
            g[i] += decay * value[i];
        }
        switch (descent.rule()) {
            case SGD -> sgd(count);
            case MOMENTUM -> momentum(from, count);
            case NESTEROV -> nesterov(from, count);
            case ADAM -> adam(from, count);
        }
    }

    private void sgd(int count) {
        double rate = descent.learningRate();
        for (int i = 0; i < count; i++) {
            value[i] -= rate * g[i];
        }
    }

    private void momentum(int from, int count) {
        double rate = descent.learningRate();
        for (int i = 0; i < count; i++) {
            double v = Descent.MOMENTUM * first[from + i] + rate * g[i];
            first[from + i] = v;
            value[i] -= v;
        }
    }

    private void nesterov(int from, int count) {
        double rate = descent.learningRate();
        for (int i = 0; i < count; i++) {
            double push = rate * g[i];
            double v = Descent.MOMENTUM * first[from + i] + push;
            first[from + i] = v;
            value[i] -= Descent.MOMENTUM * v + push;
        }
    }

    private void adam(int from, int count) {
        double rate = descent.adamRate(t);
        for (int i = 0; i < count; i++) {
            double m = Descent.BETA1 * first[from + i] + (1 - Descent.BETA1) * g[i];
            double v = Descent.BETA2 * second[from + i] + (1 - Descent.BETA2) * g[i] * g[i];
            first[from + i] = m;
            second[from + i] = v;
            value[i] -= rate * m / (Math.sqrt(v) + Descent.EPSILON);
        }
    }
}
