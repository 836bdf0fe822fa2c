package handgrad.hand;

import handgrad.network.Batch;
import handgrad.network.Layer;
import handgrad.network.Network;
import handgrad.network.Parameters;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Forward and backward through a network, for batches of one size {@code n}, in memory allocated once.
 *
 * <pre>
 *   z^l = a^(l-1) W^l + b^l          a^l = f(z^l)
 *   delta^L = dL/dz^L                delta^l = (delta^(l+1) W^(l+1)^T) * f'(z^l)
 *   dL/dW^l = a^(l-1)^T delta^l      dL/db^l = sum over the samples of delta^l
 * </pre>
 *
 * Layers count from 0 and {@code a^(-1)} is {@code x}. {@code z}, {@code a} and {@code delta} of layer l are
 * {@code [n, nOut]}. {@code L} is the reduced loss: for a mean, the factor {@code 1/n} is in {@code delta^L} and so in all
 * that follows from it.
 */
final class Backpropagation {
    private final Network network;
    private final INDArray[] z;
    private final INDArray[] a;
    private final INDArray[] delta;
    private final INDArray[] slope;

    Backpropagation(Network network, int n, DataType type) {
        this.network = network;
        this.z = allocate(n, type);
        this.a = allocate(n, type);
        this.delta = allocate(n, type);
        this.slope = allocate(n, type);
    }

    private INDArray[] allocate(int n, DataType type) {
        return network.layers().stream()
                .map(layer -> Nd4j.create(type, new long[] {n, layer.nOut()}, 'f'))
                .toArray(INDArray[]::new);
    }

    /** {@code a^L [n, nOut]}; valid until the next call. */
    INDArray forward(Parameters theta, INDArray x) {
        INDArray input = x;
        for (int l = 0; l < network.depth(); l++) {
            Nd4j.gemm(input, theta.weights(l), z[l], false, false, 1, 0);
            z[l].addiRowVector(theta.bias(l));
            Activations.apply(network.layer(l).activation(), z[l], a[l]);
            input = a[l];
        }
        return input;
    }

    /** {@code a^l} after {@link #forward}. */
    List<INDArray> activations() {
        return List.of(a);
    }

    /** The reduced loss after {@link #forward}. */
    double loss(INDArray target) {
        int last = network.depth() - 1;
        double sum = Losses.sum(network.loss(), z[last], a[last], target);
        return network.reduction().factor(target.rows()) * sum;
    }

    /** Writes {@code dL/dtheta} after {@link #forward} on the same batch. */
    void backward(Parameters theta, Batch batch, Parameters gradient) {
        outputDelta(batch.y());
        for (int l = network.depth() - 1; l >= 0; l--) {
            // The chain rule: what reaches z^l, times what z^l was made of.
            INDArray input = l == 0 ? batch.x() : a[l - 1];
            Nd4j.gemm(input, delta[l], gradient.weights(l), true, false, 1, 0);
            delta[l].sum(gradient.bias(l), 0);
            if (l > 0) {
                Nd4j.gemm(delta[l], theta.weights(l), delta[l - 1], false, true, 1, 0);
                Activations.timesDerivative(network.layer(l - 1).activation(), a[l - 1], delta[l - 1], slope[l - 1]);
            }
        }
    }

    private void outputDelta(INDArray target) {
        int last = network.depth() - 1;
        Layer output = network.outputLayer();
        Losses.outputDelta(network.loss(), output.activation(), a[last], target, delta[last], slope[last]);
        delta[last].muli(network.reduction().factor(target.rows()));
    }
}
