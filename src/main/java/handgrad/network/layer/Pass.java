package handgrad.network.layer;

import handgrad.network.array.Matrix;
import handgrad.network.function.Loss;

/** One layer at work on batches of one size n, in memory allocated once. Each method after those above it. */
public interface Pass {
    /** {@code a [n, nOut]} from what the layer is fed; valid until the next. */
    Matrix forward(Matrix input);

    /** What the loss is made of, where this is the output layer: in memory of the layer's, until the next {@link #forward}. */
    Outputs outputs();

    /** Makes {@code delta = dL/dz}, where this is the output layer. */
    void receive(Loss loss, Matrix target);

    /** Makes {@code delta = dL/dz} of {@code dL/da} from the layer above, which may be overwritten. */
    void receive(Matrix dA);

    /** {@code dL/dinput [n, nIn]}. */
    Matrix passDown();

    /** Gives {@code dL/dtheta} away. */
    void learn(Theta<Sink> gradient);
}
