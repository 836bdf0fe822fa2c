package handgrad.lab.own;

import handgrad.engine.Batch;
import handgrad.engine.Parameters;
import handgrad.input.userclass.HandGradient;
import handgrad.network.Network;
import handgrad.network.Reduction;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Backpropagation through sigmoid layers with cross-entropy, and plain descent along it.
 *
 * <pre>
 *   delta^L = y - t          delta^l = (delta^(l+1) W^(l+1)^T) * a^l (1 - a^l)
 *   dL/dW^l = a^(l-1)^T delta^l          dL/db^l = sum of delta^l over the samples
 * </pre>
 */
class Textbook implements HandGradient {
    /** Hears of each layer's gradient as soon as it is known. */
    interface Known {
        void of(int layer, INDArray dw, INDArray db);
    }

    @Override
    public Parameters gradient(Network network, Parameters theta, Batch batch) {
        Parameters g = Parameters.zeros(network, theta.dataType());
        backward(theta, theta, batch, (l, dw, db) -> {
            g.weights(l).assign(dw);
            g.bias(l).assign(db);
        });
        return g;
    }

    @Override
    public Optional<Parameters> step(Network network, Parameters theta, Batch batch, double rate) {
        Parameters after = theta.copy();
        after.vector().subi(gradient(network, theta, batch).vector().mul(rate));
        return Optional.of(after);
    }

    /** @param down whose weights pass delta down, read when they are needed */
    static void backward(Parameters theta, Parameters down, Batch batch, Known known) {
        int depth = theta.network().depth();
        var a = new INDArray[depth + 1];
        a[0] = batch.x();
        for (int l = 0; l < depth; l++) {
            a[l + 1] = Transforms.sigmoid(a[l].mmul(theta.weights(l)).addiRowVector(theta.bias(l)));
        }
        double factor = theta.network().reduction() == Reduction.MEAN ? 1.0 / batch.n() : 1;
        INDArray delta = a[depth].sub(batch.y()).muli(factor);
        for (int l = depth - 1; l >= 0; l--) {
            known.of(l, a[l].transpose().mmul(delta), delta.sum(0));
            INDArray slope = a[l].mul(a[l].rsub(1));
            delta = delta.mmul(down.weights(l).transpose()).muli(slope);
        }
    }
}
