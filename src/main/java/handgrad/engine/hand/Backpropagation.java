package handgrad.engine.hand;

import handgrad.network.array.Matrix;
import handgrad.network.function.Loops;
import handgrad.network.function.Loss;
import handgrad.network.layer.Outputs;
import handgrad.network.layer.Pass;
import handgrad.network.layer.Sink;
import handgrad.network.layer.Theta;
import java.util.ArrayList;
import java.util.List;

/**
 * The chain rule, for batches of one size, in memory allocated once.
 *
 * <pre>
 *   a^l = layer^l(a^(l-1))             delta^L = dL/dz^L
 *   dL/da^(l-1) = delta^l through layer^l, and from it delta^(l-1) = dL/da^(l-1) * f'(z^(l-1))
 *   dL/dtheta^l is made of delta^l and a^(l-1)
 * </pre>
 *
 * Layers count from 0 and {@code a^(-1)} is x. {@code L} is the sum of the samples' losses. What a dense layer makes of it,
 * {@code delta W^T} and {@code a^T delta}, says {@link handgrad.network.layer.Dense}.
 */
final class Backpropagation {
    private final List<Pass> layers;
    private final Pass output;
    private final Loss loss;
    private final Loops loops;

    Backpropagation(List<Pass> layers, Loss loss, Loops loops) {
        this.layers = layers;
        this.output = layers.get(layers.size() - 1);
        this.loss = loss;
        this.loops = loops;
    }

    /** {@code y} for x. */
    Matrix forward(Matrix x) {
        Matrix a = x;
        for (int l = 0; l < layers.size(); l++) {
            a = layers.get(l).forward(a);
        }
        return a;
    }

    /** {@code a^l} of every layer for x. */
    List<Matrix> activations(Matrix x) {
        var all = new ArrayList<Matrix>();
        Matrix a = x;
        for (Pass layer : layers) {
            a = layer.forward(a);
            all.add(a);
        }
        return all;
    }

    /** {@code L} after {@link #forward}. */
    double loss(Matrix target) {
        return loss(output.outputs(), target);
    }

    /** {@code L} of what has been {@link #keep kept}. */
    double loss(Outputs kept, Matrix target) {
        return loss.sum(kept.z(), kept.a(), target, loops);
    }

    /** Copies, after {@link #forward}, what the loss is made of: most steps are not asked for it. */
    void keep(Outputs kept) {
        kept.keep(output.outputs(), loops);
    }

    /** {@code dL/dtheta} after {@link #forward}, from the last layer to the first. */
    void backward(Matrix target, List<Theta<Sink>> gradient) {
        output.receive(loss, target);
        for (int l = layers.size() - 1; l >= 0; l--) {
            Pass layer = layers.get(l);
            if (l > 0) {
                // The chain rule: what reaches the layer below, through parameters that have not been changed yet.
                layers.get(l - 1).receive(layer.passDown());
            }
            layer.learn(gradient.get(l));
        }
    }
}
