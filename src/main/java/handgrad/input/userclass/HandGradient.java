package handgrad.input.userclass;

import handgrad.engine.Batch;
import handgrad.engine.LossGradient;
import handgrad.engine.Parameters;
import handgrad.network.MicroBatch;
import handgrad.network.Network;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A gradient written by hand: implement this, in a file of its own, and {@code handgrad verify FILE.java} judges it.
 *
 * <p>The network computes, with {@code a^(-1) = x} and layers counted from 0,
 *
 * <pre>
 *   z^l = a^(l-1) W^l + b^l          a^l = f(z^l)
 * </pre>
 *
 * <p>A class needs a public constructor without arguments. It is compiled in memory and runs inside this process with all
 * the rights of the person who started it: verify only code that you would run. One object answers for several networks,
 * each within a time limit. What it prints on standard output goes to standard error. Where it ends the program, the program
 * fails.
 */
public interface HandGradient {
    /**
     * The gradient of the reduced loss: of the mean over the batch of the losses of the samples where
     * {@code network.reduction()} is {@code MEAN}, of their sum where it is {@code SUM}.
     *
     * @param network the layers with their activations, the loss and the reduction
     * @param parameters where the gradient is taken: {@code weights(l) [nIn, nOut]} and {@code bias(l) [nOut]}, in double
     *     precision; not to be changed
     * @param batch one sample a row: {@code x [n, nIn]} and the targets {@code y [n, nOut]}; not to be changed
     * @return an object of its own, such as {@code Parameters.zeros(network, parameters.dataType())} with
     *     {@code weights(l)} set to {@code dL/dW^l} and {@code bias(l)} to {@code dL/db^l}
     * @throws UnsupportedOperationException to skip a network that this class is not made for, with the reason as its
     *     message
     */
    Parameters gradient(Network network, Parameters parameters, Batch batch);

    /**
     * The reduced loss as this class computes it. With it, the right gradient of another loss is told apart from a wrong
     * gradient. Arguments and exceptions as in {@link #gradient}.
     *
     * @return empty where the loss is left to the program
     */
    default OptionalDouble loss(Network network, Parameters parameters, Batch batch) {
        return OptionalDouble.empty();
    }

    /**
     * One step of this class's own training, for a class whose updates are to be looked at too: where it is there,
     * {@code handgrad run NAME --gradient FILE.java} trains with it, and not along {@link #gradient}. It is right where it is plain
     * descent, {@code theta - learningRate dL/dtheta}. Arguments and exceptions as in {@link #gradient}.
     *
     * @return the parameters after the step, an object of its own; empty where the class has a gradient alone
     */
    default Optional<Parameters> step(Network network, Parameters parameters, Batch batch, double learningRate) {
        return Optional.empty();
    }

    /**
     * The loss and gradient of a batch that comes in micro-batches of unequal size, for a class that adds gradients up:
     * {@code handgrad verify --micro-batches K FILE.java} asks one object for one after the other, and judges what it returns for the
     * last. What has been added up until then is kept in fields of the class, as a training loop would. {@code parameters} are the
     * same for all micro-batches of a batch. Arguments and exceptions as in {@link #gradient}.
     *
     * <pre>
     *   if (place.isFirst()) { sum = Parameters.zeros(network, parameters.dataType()); loss = 0; }
     *   // add this micro-batch's losses and gradients, each 1/place.n() times where network.reduction() is MEAN
     *   return Optional.of(new LossGradient(loss, sum));
     * </pre>
     *
     * @param microBatch its samples
     * @param place which part of the batch it is; {@code n()} counts the samples of the whole batch
     * @return what has been added up so far, after the last micro-batch the loss and gradient of the whole batch; empty where the
     *     class does not add up
     */
    default Optional<LossGradient> accumulate(
            Network network, Parameters parameters, Batch microBatch, MicroBatch place) {
        return Optional.empty();
    }
}
