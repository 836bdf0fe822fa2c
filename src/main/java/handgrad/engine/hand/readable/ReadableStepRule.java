package handgrad.engine.hand.readable;

import handgrad.engine.Descent;
import handgrad.engine.Rule;
import handgrad.engine.hand.Arithmetic;
import handgrad.network.Parameters;
import handgrad.network.Trained;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** How a gradient becomes a step, on whole arrays; the formulas are {@link Rule}'s. It remembers from step to step. */
final class ReadableStepRule implements Arithmetic.StepRule {
    private final Descent descent;
    private final Trained trained;
    private final Parameters theta;
    private final Parameters gradient;
    private final Parameters work;

    /** The velocity, or Adam's mean of gradients. */
    private final INDArray first;

    /** Adam's mean of squared gradients. */
    private final INDArray second;

    /** The number of the step, from 1. */
    private int t;

    ReadableStepRule(Descent descent, Trained trained, Parameters theta, Parameters gradient) {
        this.descent = descent;
        this.trained = trained;
        this.theta = theta;
        this.gradient = gradient;
        this.work = Parameters.zeros(theta.network(), theta.dataType());
        this.first = work.copy().vector();
        this.second = work.copy().vector();
    }

    @Override
    public void descend() {
        turnIntoStep();
        switch (trained) {
            case ALL -> theta.vector().subi(gradient.vector());
            case WEIGHTS -> {
                for (int l = 0; l < theta.network().depth(); l++) {
                    theta.weights(l).subi(gradient.weights(l));
                }
            }
        }
    }

    /** Overwrites the gradient with {@code s}. */
    private void turnIntoStep() {
        t++;
        if (descent.l2() > 0) {
            addDecay();
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
    private void addDecay() {
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
        Transforms.sqrt(g, false).addi(Descent.EPSILON).rdivi(first).muli(descent.adamRate(t));
    }
}
