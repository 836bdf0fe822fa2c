package handgrad.engine.scalar;

import handgrad.network.Activation;

/** One neuron: what it knows, what it has last seen and said, and what it has been told of its error since. */
final class Neuron {
    private final Activation activation;
    private final double[] weights;
    private double bias;
    private double[] inputs;
    private double z;
    private double output;
    private double delta;
    private final double[] weightGradients;
    private double biasGradient;

    Neuron(Activation activation, double[] weights, double bias) {
        this.activation = activation;
        this.weights = weights;
        this.bias = bias;
        this.weightGradients = new double[weights.length];
    }

    /** {@code z = sum_i x_i w_i + b}. */
    double weightedSum(double[] x) {
        inputs = x;
        z = bias;
        for (int i = 0; i < x.length; i++) {
            z += x[i] * weights[i];
        }
        return z;
    }

    /** {@code f(z)}; softmax is made for the layer as a whole. */
    double activate() {
        output = switch (activation) {
            case SIGMOID -> 1 / (1 + Math.exp(-z));
            case TANH -> Math.tanh(z);
            case RELU -> Math.max(z, 0);
            case IDENTITY -> z;
            case SOFTMAX -> throw new IllegalStateException("softmax needs the whole layer");
        };
        return output;
    }

    void setOutput(double value) {
        output = value;
    }

    double z() {
        return z;
    }

    double output() {
        return output;
    }

    /** {@code f'(z)}. */
    double slope() {
        return switch (activation) {
            case SIGMOID -> output * (1 - output);
            case TANH -> 1 - output * output;
            case RELU -> z > 0 ? 1 : 0;
            case IDENTITY -> 1;
            case SOFTMAX -> throw new IllegalStateException("softmax needs the whole layer");
        };
    }

    /** Tells the neuron {@code dL/dz}; it remembers what each of its weights has to do with it. */
    void blame(double value) {
        delta = value;
        for (int i = 0; i < weights.length; i++) {
            // dL/dw_i = dL/dz * dz/dw_i, and z moves by x_i when w_i moves by 1.
            weightGradients[i] += delta * inputs[i];
        }
        biasGradient += delta;
    }

    /** What input {@code i} is to blame for: {@code dL/dx_i = delta w_i}, of this neuron's part. */
    double blameOfInput(int i) {
        return delta * weights[i];
    }

    double weightGradient(int i) {
        return weightGradients[i];
    }

    double biasGradient() {
        return biasGradient;
    }
}
