package handgrad.hand;

import handgrad.engine.Descent;
import handgrad.engine.Rule;
import handgrad.network.Network;
import handgrad.network.Parameters;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** How a gradient becomes a step, on whole arrays; the formulas are {@link Rule}'s. It remembers from step to step. */
final class StepRule {
    private final Descent descent;
    private final Parameters work;

    /** The velocity, or Adam's mean of gradients. */
    private final INDArray first;

    /** Adam's mean of squared gradients. */
    private final INDArray second;

    /** The number of the step, from 1. */
    private int t;

    StepRule(Descent descent, Network network, DataType type) {
        this.descent = descent;
        this.work = Parameters.zeros(network, type);
        this.first = Parameters.zeros(network, type).vector();
        this.second = Parameters.zeros(network, type).vector();
    }

    /** Overwrites the gradient at {@code theta} with {@code s}, which is to be subtracted from {@code theta}. */
    void turnIntoStep(Parameters gradient, Parameters theta) {
        t++;
        if (descent.l2() > 0) {
            addDecay(gradient, theta);
        }
        INDArray g = gradient.vector();
        switch (descent.rule()) {
            case SGD -> g.muli(descent.learningRate());
            case MOMENTUM -> {
                accelerate(g.muli(descent.learningRate()));
                g.assign(first);
            }
            case NESTEROV -> {
                accelerate(g.muli(descent.learningRate()));
                g.addi(first.muli(Descent.MOMENTUM, work.vector()));
            }
            case ADAM -> adam(g);
        }
    }

    /** {@code dL/dW + lambda W}; biases have no part in it. */
    private void addDecay(Parameters gradient, Parameters theta) {
        for (int l = 0; l < theta.network().depth(); l++) {
            gradient.weights(l).addi(theta.weights(l).muli(descent.l2(), work.weights(l)));
        }
    }

    /** {@code v <- MOMENTUM v + eta g}. */
    private void accelerate(INDArray push) {
        first.muli(Descent.MOMENTUM).addi(push);
    }

    private void adam(INDArray g) {
        first.muli(Descent.BETA1).addi(g.muli(1 - Descent.BETA1, work.vector()));
        g.muli(g).muli(1 - Descent.BETA2);
        second.muli(Descent.BETA2).addi(g);
        g.assign(second);
        Transforms.sqrt(g, false).addi(Descent.EPSILON).rdivi(first).muli(correctedRate());
    }

    /** Both means began at 0: {@code eta sqrt(1 - BETA2^t) / (1 - BETA1^t)} makes up for it. */
    private double correctedRate() {
        double unbiased = Math.sqrt(1 - Math.pow(Descent.BETA2, t)) / (1 - Math.pow(Descent.BETA1, t));
        return descent.learningRate() * unbiased;
    }
}
