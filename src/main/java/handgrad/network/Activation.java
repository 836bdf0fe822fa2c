package handgrad.network;

import handgrad.Named;

/** The activation function {@code a = f(z)} of a layer, elementwise but for softmax, which takes a row as a whole. */
public enum Activation implements Named {
    /** {@code f(z) = 1 / (1 + exp(-z))}. */
    SIGMOID("sigmoid"),
    /** {@code f(z) = tanh(z)}. */
    TANH("tanh"),
    /** {@code f(z) = max(z, 0)}; its derivative at 0 is taken as 0. */
    RELU("relu"),
    /** {@code f(z) = z}. */
    IDENTITY("identity"),
    /** {@code f(z)_k = exp(z_k) / sum_j exp(z_j)}, in the output layer only. */
    SOFTMAX("softmax");

    private final String id;

    Activation(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    /** Whether the function may stand in a hidden layer. */
    public boolean hidden() {
        return this != SOFTMAX;
    }
}
