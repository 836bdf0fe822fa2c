package handgrad.network;

import handgrad.Named;

/** The loss of one sample, with {@code y} the output {@code [nOut]} of the network and {@code t} the target. */
public enum Loss implements Named {
    /** {@code 1/2 sum_k (y_k - t_k)^2}. */
    HALF_SQUARED_ERROR("half-squared-error"),
    /** {@code 1/nOut sum_k (y_k - t_k)^2}. */
    MEAN_SQUARED_ERROR("mean-squared-error"),
    /** {@code -sum_k [t_k ln y_k + (1 - t_k) ln(1 - y_k)]} of sigmoid outputs. */
    BINARY_CROSS_ENTROPY("binary-cross-entropy"),
    /** {@code -sum_k t_k ln y_k} of softmax outputs. */
    CROSS_ENTROPY("cross-entropy");

    private final String id;

    Loss(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    /** Whether the loss is defined on, and computed from, outputs of this activation. */
    public boolean accepts(Activation output) {
        return switch (this) {
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR -> true;
            case BINARY_CROSS_ENTROPY -> output == Activation.SIGMOID;
            case CROSS_ENTROPY -> output == Activation.SOFTMAX;
        };
    }
}
