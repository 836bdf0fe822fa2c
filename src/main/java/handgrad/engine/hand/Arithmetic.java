package handgrad.engine.hand;

import handgrad.engine.Descent;
import handgrad.network.Activation;
import handgrad.network.Loss;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.Trained;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The operations that forward and backward pass are made of, on arrays {@code [n, nOut]}, weights {@code [nIn, nOut]} and
 * biases {@code [nOut]}. Not thread-safe: a form has working memory of its own.
 *
 * @param <M> what this form takes for an array
 */
public interface Arithmetic<M> {
    /** An array as this form sees it: the same memory, if that lies in column order without gaps. */
    M view(INDArray array);

    /** How many samples are best taken through a network at a time: a large batch need not be taken at once. */
    int samplesAtATime(Network network);

    /** {@code count} rows of the inputs or targets of a batch, from row {@code from} on. */
    M rows(INDArray array, int from, int count);

    /** Brings what {@link #rows} made of an array up to date, when the numbers there have changed. */
    void renew(M rows, INDArray array, int from);

    /** {@code z = a W}. */
    void product(M a, M weights, M z);

    /** {@code z <- z + b}, for every row; then {@code a = f(z)}. The two may be one array. */
    void activate(Activation f, M bias, M z, M a);

    /** The sum of the losses of all rows, for {@code y = f(z)} of the output layer and targets t. */
    double loss(Loss loss, M z, M y, M t);

    /**
     * {@code delta = dL_i/dz}, where {@code L_i} is the loss of a row. For the cross-entropies {@code f'} cancels:
     * {@code y - t}, or for softmax {@code y sum_k t_k - t}, which is the same where the targets of a row add up to 1.
     */
    void outputDelta(Loss loss, Activation f, M y, M t, M delta);

    /** {@code dL/da = delta W^T}, for the layer below. */
    void passDown(M delta, M weights, M below);

    /**
     * {@code delta <- delta * f'(z)}. Derivatives are in terms of {@code a = f(z)}: sigmoid {@code a (1 - a)}, tanh
     * {@code 1 - a^2}, relu {@code [a > 0]}, identity 1.
     */
    void timesDerivative(Activation f, M a, M delta);

    /** {@code into <- keep into + scale a^T delta}; for {@code keep = 0} what was there does not matter. */
    void weightGradient(M a, M delta, M into, double scale, double keep);

    /** {@code into <- keep into + scale delta^T 1}, the sum over the rows; for {@code keep = 0} as above. */
    void biasGradient(M delta, M into, double scale, double keep);

    /** The rule of descent for a point that moves and the gradient there, both in the same memory for all steps. */
    StepRule stepRule(Descent descent, Trained trained, Parameters theta, Parameters gradient);

    /** How a gradient becomes a step; it remembers from step to step. */
    interface StepRule {
        /** {@code theta <- theta - s}, where s is made of the gradient at theta, which is not kept. */
        void descend();
    }
}
