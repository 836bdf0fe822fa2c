package handgrad.hand.readable;

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
     */
    static void timesDerivative(Activation activation, INDArray a, INDArray delta) {
        switch (activation) {
            case SIGMOID -> {
                INDArray slope = a.rsub(1);
                delta.muli(slope.muli(a));
            }
            case TANH -> {
                INDArray square = a.mul(a);
                delta.muli(square.rsubi(1));
            }
            case RELU -> {
                INDArray slope = a.ulike();
                Nd4j.getExecutioner().exec(new Step(a, slope, 0));
                delta.muli(slope);
            }
            case IDENTITY -> {}
            case SOFTMAX -> {
                INDArray sums = delta.mul(a).sum(true, 1);
                delta.subiColumnVector(sums).muli(a);
            }
        }
    }
}
