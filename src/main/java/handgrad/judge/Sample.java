package handgrad.judge;

import handgrad.network.Activation;
import handgrad.network.Network;

/** The forward pass of one sample through the plain definition: {@code z}, the inputs of every layer, and the slopes. */
final class Sample {
    private final Network network;
    private final double[] t;
    private final double[][] inputs;
    private final double[][] z;

    Sample(PlainNetwork plain, double[] x, double[] t) {
        this.network = plain.network();
        this.t = t;
        int depth = network.depth();
        this.inputs = new double[depth + 1][];
        this.z = new double[depth][];
        inputs[0] = x;
        for (int l = 0; l < depth; l++) {
            z[l] = plain.weightedSums(l, inputs[l]);
            inputs[l + 1] = PlainNetwork.activate(network.layer(l).activation(), z[l]);
        }
    }

    /** The target. */
    double[] t() {
        return t;
    }

    /** {@code a^(l-1)}, what layer {@code l} is fed; {@code x} for layer 0. */
    double[] input(int l) {
        return inputs[l];
    }

    /** {@code z^l}. */
    double[] z(int l) {
        return z[l];
    }

    /** {@code a^l}. */
    double[] output(int l) {
        return inputs[l + 1];
    }

    /** {@code f'(z)} of a layer that is not softmax, from {@code z} itself, so that it keeps its digits where f has none. */
    double[] slopes(int l) {
        Activation activation = network.layer(l).activation();
        double[] slopes = new double[z[l].length];
        for (int k = 0; k < slopes.length; k++) {
            double value = z[l][k];
            slopes[k] = switch (activation) {
                case SIGMOID -> 1 / (2 + Math.exp(value) + Math.exp(-value));
                case TANH -> 1 / (Math.cosh(value) * Math.cosh(value));
                case RELU -> value > 0 ? 1 : 0;
                case IDENTITY -> 1;
                case SOFTMAX -> throw new IllegalStateException("softmax has no slope of a single z");
            };
        }
        return slopes;
    }
}
