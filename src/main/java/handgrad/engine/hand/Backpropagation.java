package handgrad.engine.hand;

import handgrad.InputException;
import handgrad.network.Activation;
import handgrad.network.Network;
import java.util.ArrayList;
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
 * {@code [n, nOut]}. {@code L} is the sum of the samples' losses.
 *
 * @param <M> an array, as the arithmetic beneath sees it
 */
final class Backpropagation<M> {
    private final Network network;
    private final Arithmetic<M> arithmetic;
    private final int last;
    private final List<INDArray> activations = new ArrayList<>();
    private final List<M> z = new ArrayList<>();
    private final List<M> a = new ArrayList<>();
    private final List<M> delta = new ArrayList<>();

    /** @throws InputException if an array would be larger than its memory can be addressed */
    Backpropagation(Network network, Arithmetic<M> arithmetic, int n, DataType type) {
        this.network = network;
        this.arithmetic = arithmetic;
        this.last = network.depth() - 1;
        for (int l = 0; l <= last; l++) {
            INDArray activation = allocate(n, l, type);
            activations.add(activation);
            a.add(arithmetic.view(activation));
            // Hidden z are not needed again, since f' is known from a; the losses are computed from the output's z.
            z.add(l < last ? a.get(l) : arithmetic.view(allocate(n, l, type)));
            delta.add(arithmetic.view(allocate(n, l, type)));
        }
    }

    private INDArray allocate(int n, int l, DataType type) {
        int nOut = network.layer(l).nOut();
        if ((long) n * nOut * type.width() > Integer.MAX_VALUE) {
            throw new InputException(
                    "%d samples at once on a layer of %d neurons: expected arrays of at most 2 GB, a smaller --batch-size"
                            .formatted(n, nOut));
        }
        return Nd4j.create(type, new long[] {n, nOut}, 'f');
    }

    /** Computes every {@code a^l}. */
    void forward(Layered<M> theta, M x) {
        M input = x;
        for (int l = 0; l <= last; l++) {
            arithmetic.product(input, theta.weights(l), z.get(l));
            arithmetic.activate(network.layer(l).activation(), theta.bias(l), z.get(l), a.get(l));
            input = a.get(l);
        }
    }

    /** {@code a^l [n, nOut]} after {@link #forward}; valid until the next. */
    List<INDArray> activations() {
        return activations;
    }

    /** {@code L} after {@link #forward}. */
    double loss(M target) {
        return arithmetic.loss(network.loss(), z.get(last), a.get(last), target);
    }

    /**
     * {@code into <- keep into + scale dL/dtheta}, after {@link #forward} on the same {@code x}. With theta itself, 1 and
     * {@code -eta} it is a step of plain descent.
     */
    void backward(Layered<M> theta, M x, M target, Layered<M> into, double scale, double keep) {
        Activation output = network.outputLayer().activation();
        arithmetic.outputDelta(network.loss(), output, a.get(last), target, delta.get(last));
        for (int l = last; l >= 0; l--) {
            M input = l == 0 ? x : a.get(l - 1);
            if (l > 0) {
                // The chain rule: what reaches z^(l-1) through W^l, which has not been changed yet.
                arithmetic.passDown(delta.get(l), theta.weights(l), delta.get(l - 1));
                arithmetic.timesDerivative(network.layer(l - 1).activation(), input, delta.get(l - 1));
            }
            arithmetic.weightGradient(input, delta.get(l), into.weights(l), scale, keep);
            arithmetic.biasGradient(delta.get(l), into.bias(l), scale, keep);
        }
    }
}
