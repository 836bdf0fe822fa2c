package handgrad.judge.diagnosis;

import handgrad.Named;
import handgrad.judge.reading.Step;

/**
 * A mistake that people make in backpropagation, what it is in a sentence, and the line of mathematics that puts it right.
 * The order is that of likelihood: of two that fit equally well, the first is named first.
 */
public enum Mistake implements Named {
    SUM_INSTEAD_OF_MEAN(
            "sum-instead-of-mean",
            Step.SCALE,
            "dL/dW^l = a^(l-1)^T delta^l, without 1/n",
            "the samples' gradients are added up, but the loss is their mean",
            "dL/dW^l = 1/n a^(l-1)^T delta^l"),
    MEAN_INSTEAD_OF_SUM(
            "mean-instead-of-sum",
            Step.SCALE,
            "dL/dW^l = 1/n a^(l-1)^T delta^l",
            "the samples' gradients are divided by their number, but the loss is their sum",
            "dL/dW^l = a^(l-1)^T delta^l, without 1/n"),
    SIGN_FLIPPED(
            "sign-flipped",
            Step.SCALE,
            "-dL/dW^l",
            "the gradient has the opposite sign: a step along it climbs",
            "delta^L = (y - t) ..., theta <- theta - learningRate dL/dtheta"),
    FACTOR_TWO(
            "factor-two",
            Step.SCALE,
            "2 dL/dW^l",
            "the gradient is twice the right one, as the 2 of a square gives that the 1/2 of the loss cancels",
            "d/dy 1/2 (y - t)^2 = y - t"),
    FACTOR_HALF(
            "factor-half",
            Step.SCALE,
            "1/2 dL/dW^l",
            "the gradient is half the right one, as a 1/2 gives that the loss does not have",
            "d/dy (y - t)^2 = 2 (y - t)"),
    DIVIDED_BY_OUTPUTS(
            "divided-by-outputs",
            Step.SCALE,
            "1/nOut dL/dW^l",
            "the gradient is divided by the number of outputs, but the loss adds the outputs up",
            "L_i = sum_k ..., without 1/nOut"),
    OUTPUT_DELTA_OF_OTHER_LOSS(
            "output-delta-of-other-loss",
            Step.OUTPUT_DELTA,
            "delta^l of another loss",
            "the output's delta is that of another loss",
            "squared error: delta^L = (y - t) * f'(z^L); cross-entropy: delta^L = y - t"),
    MISSING_ACTIVATION_DERIVATIVE(
            "missing-activation-derivative",
            Step.DERIVATIVE,
            "delta^l = dL/da^l",
            "delta is not multiplied by the derivative of the activation",
            "delta^l = (delta^(l+1) W^(l+1)^T) * f'(z^l)"),
    DERIVATIVE_AT_ACTIVATION(
            "derivative-at-activation",
            Step.DERIVATIVE,
            "delta^l = dL/da^l * f'(a^l)",
            "the derivative of the activation is taken at a = f(z), where z is right",
            "f'(z) = f(z) (1 - f(z)) for sigmoid: with a at hand, a (1 - a) and not f'(a)"),
    DERIVATIVE_AT_PRE_ACTIVATION(
            "derivative-at-pre-activation",
            Step.DERIVATIVE,
            "delta^l = dL/da^l * f' with z^l in the place of a^l",
            "the derivative's formula in terms of a is applied to z",
            "f'(z) = a (1 - a) with a = f(z), and not z (1 - z); for tanh 1 - a^2"),
    ACTIVATION_DERIVATIVE_TWICE(
            "activation-derivative-twice",
            Step.DERIVATIVE,
            "delta^l = dL/da^l * f'(z^l)^2",
            "delta is multiplied by the derivative of the activation twice",
            "delta^l = (delta^(l+1) W^(l+1)^T) * f'(z^l), once"),
    LAYER_GRADIENT_MISSING(
            "layer-gradient-missing",
            Step.MISSING,
            "dL/dW^l = 0",
            "the gradient is zero",
            "dL/dW^l = a^(l-1)^T delta^l"),
    BIAS_GRADIENT_MISSING(
            "bias-gradient-missing",
            Step.MISSING,
            "dL/db^l = 0",
            "the gradient of the bias is zero",
            "dL/db^l = sum over the samples of delta^l"),
    BIAS_GRADIENT_AVERAGED(
            "bias-gradient-averaged",
            Step.REDUCTION,
            "dL/db^l = 1/n sum over the samples of delta^l",
            "the gradient of the bias is divided by the number of samples once too often",
            "dL/db^l = sum over the samples of delta^l, with the same factor as dL/dW^l"),
    BIAS_GRADIENT_SUMMED(
            "bias-gradient-summed",
            Step.REDUCTION,
            "dL/db^l = n times the mean of delta^l",
            "the gradient of the bias is added up over the samples, but that of the weights is their mean",
            "dL/db^l = 1/n sum over the samples of delta^l"),
    PRE_ACTIVATION_AS_INPUT(
            "pre-activation-as-input",
            Step.INPUT,
            "dL/dW^l = z^(l-1)^T delta^l",
            "the gradient of the weights is made with z of the layer below, where its activation is right",
            "dL/dW^l = a^(l-1)^T delta^l with a^(l-1) = f(z^(l-1))"),
    TRANSPOSED_WEIGHTS(
            "transposed-weights",
            Step.LAYOUT,
            "dL/dW^l = (a^(l-1)^T delta^l)^T",
            "a weight matrix or its gradient is transposed, or laid out in the other order",
            "dL/dW^l = a^(l-1)^T delta^l"),
    WEIGHTS_MISSING(
            "weights-missing-in-backward-pass",
            Step.PASSED_DOWN,
            "dL/da^l = delta^(l+1) without W^(l+1)^T",
            "delta is passed down without the weights",
            "dL/da^l = delta^(l+1) W^(l+1)^T"),
    STALE_WEIGHTS(
            "stale-weights",
            Step.PASSED_DOWN,
            "dL/da^l = delta^(l+1) (W^(l+1) - rate dL/dW^(l+1))^T",
            "delta is passed down through weights that the step has changed already",
            "compute all deltas with the weights of the forward pass, then update"),
    LAST_SAMPLE_ONLY(
            "last-sample-only",
            Step.REDUCTION,
            "dL/dW^l = a^(l-1)^T delta^l of the last sample",
            "only the last sample of the batch counts: each one overwrites the gradient of those before",
            "dL/dW^l = sum over the samples: += and not ="),
    FIRST_SAMPLE_ONLY(
            "first-sample-only",
            Step.REDUCTION,
            "dL/dW^l = a^(l-1)^T delta^l of the first sample",
            "only the first sample of the batch counts",
            "dL/dW^l = sum over all samples"),
    STALE_ACTIVATIONS(
            "stale-activations",
            Step.FORWARD,
            "dL/dW^l = (a^(l-1) of another pass)^T delta^l",
            "the activations are not those of this forward pass: it was left out, or they are another sample's",
            "run the forward pass on the batch before its backward pass"),
    SAME_UPDATE_IN_EVERY_LAYER(
            "same-update-in-every-layer",
            Step.AFTERWARDS,
            "dL/dW^l = another layer's gradient",
            "another layer has been given the same gradient",
            "dL/dW^l = a^(l-1)^T delta^l, with each layer's own input and delta"),
    ELEMENTWISE_PRODUCT(
            "elementwise-product",
            Step.INPUT,
            "a * W, entry by entry",
            "an elementwise product stands where a matrix product belongs",
            "z = a W is sum_i a_i W_ij; delta W^T is sum_j delta_j W_ij"),
    LAYER_SWAPPED(
            "layer-swapped",
            Step.LAYOUT,
            "dL/dW^l = another layer's gradient",
            "the gradients of two layers have changed places",
            "dL/dW^l belongs to layer l"),
    LOSS_CLIPPED(
            "loss-clipped",
            Step.LOSS,
            "delta^l = dL/dy of y clipped to c and 1 - c",
            "the outputs are clipped before the loss is differentiated, so that confidently wrong ones lose their gradient",
            "delta^L = y - t, computed without dividing by y (1 - y)"),
    SOFTMAX_DIAGONAL(
            "softmax-diagonal-only",
            Step.DERIVATIVE,
            "delta^l = dL/dy * y (1 - y)",
            "softmax is differentiated as if each output depended on its own z alone",
            "dy_j/dz_k = y_j ([j = k] - y_k)"),
    WEIGHT_DECAY_ADDED(
            "weight-decay-added",
            Step.AFTERWARDS,
            "dL/dW^l + lambda W^l",
            "a multiple of the weights is added, as the gradient of a penalty that the loss does not have, or of one that is too large",
            "dL/dW^l without lambda W^l"),
    WRONG_SCALE(
            "wrong-scale",
            Step.SCALE,
            "c dL/dW^l",
            "the gradient is multiplied by a constant, as an update is by the learning rate",
            "dL/dtheta, not learningRate dL/dtheta");

    private final String id;
    private final Step step;
    private final String computes;
    private final String sentence;
    private final String cure;

    Mistake(String id, Step step, String computes, String sentence, String cure) {
        this.id = id;
        this.step = step;
        this.computes = computes;
        this.sentence = sentence;
        this.cure = cure;
    }

    @Override
    public String id() {
        return id;
    }

    /** What the mistake is. */
    public String sentence() {
        return sentence;
    }

    /** The line of mathematics that puts it right, of any layer. */
    public String cure() {
        return cure;
    }

    /** The words for it in the form in which it is usually made. */
    Wording wording() {
        return new Wording(step, computes, sentence, cure);
    }
}
