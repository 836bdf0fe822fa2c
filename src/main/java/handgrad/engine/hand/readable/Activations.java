package handgrad.engine.hand.readable;

import handgrad.network.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;

/** The activation functions and their derivatives, on arrays {@code [n, nOut]}. */
final class Activations {
    private Activations() {}

    /** {@code a = f(z)}. */
    static void apply(Activation activation, INDArray z, INDArray a) {
        switch (activation) {
            case SIGMOID -> Nd4j.getExecutioner().exec(new Sigmoid(z, a));
            case TANH -> Nd4j.getExecutioner().exec(new Tanh(z, a));
            case RELU -> Nd4j.getExecutioner().exec(new RectifiedLinear(z, a, 0));
            case IDENTITY -> a.assign(z);
            case SOFTMAX -> Nd4j.getExecutioner().exec(new SoftMax(z, a, 1));
        }
    }

    /**
     * {@code delta <- delta * f'(z)}, or for softmax, whose outputs depend on the whole row, {@code delta J(z)}. All
     * derivatives are written in terms of {@code a = f(z)}: sigmoid {@code a (1 - a)}, tanh {@code 1 - a^2}, relu
     * {@code [a > 0]}, softmax {@code J_jk = a_j ([j = k] - a_k)}.
     *
     * @param scratch memory of the same shape
     */
    static void timesDerivative(Activation activation, INDArray a, INDArray delta, INDArray scratch) {
        switch (activation) {
            case SIGMOID -> {
                a.rsubi(1, scratch);
                delta.muli(scratch.muli(a));
            }
            case TANH -> {
                a.muli(a, scratch);
                delta.muli(scratch.rsubi(1));
            }
            case RELU -> {
                Nd4j.getExecutioner().exec(new Step(a, scratch, 0));
                delta.muli(scratch);
            }
            case IDENTITY -> {}
            case SOFTMAX -> {
                delta.muli(a, scratch);
                delta.subiColumnVector(scratch.sum(true, 1)).muli(a);
            }
        }
    }
}
