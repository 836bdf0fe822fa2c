package handgrad.engine;

import handgrad.network.Network;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A trainable implementation of a network. Not thread-safe; it owns its parameters, and what its rule of descent remembers.
 * Losses and gradients are those of the data alone: what L2 adds to a gradient is known to {@link #step} only.
 */
public interface Engine {
    /** A short lower-case name, as in column names: {@code hand}, {@code dl4j}. */
    String name();

    Network network();

    /** The parameters themselves, not a copy: they change with every step. */
    Parameters parameters();

    /** Overwrites the parameters; what the rule of descent remembers stays. */
    default void setParameters(Parameters values) {
        parameters().assign(values);
    }

    /** {@code a^L [n, nOut]} for {@code x [n, nIn]}; valid until the next call. */
    INDArray output(INDArray x);

    /** {@code a^l [n, nOut]} of every layer, the output's last; valid until the next call. */
    List<INDArray> activations(INDArray x);

    /** The reduced loss of a batch. */
    double loss(Batch batch);

    /** The reduced loss of a batch and its gradient, as an object of the caller's. */
    LossGradient gradient(Batch batch);

    /** One step of gradient descent, {@code theta <- theta - s}: how {@code s} comes from the gradient says {@link Rule}. */
    void step(Batch batch);

    /** The reduced loss of the last step's batch at the point before that step; to be asked for before anything else. */
    double stepLoss();
}
