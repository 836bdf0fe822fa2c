package handgrad.judge;

import handgrad.network.Activation;
import handgrad.network.Block;
import handgrad.network.Layer;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.Reduction;
import java.util.List;

/**
 * The definition of a network and its loss, one sample at a time, in plain double arithmetic: no arrays library, no
 * derivative. What the oracles differentiate.
 */
final class PlainNetwork {
    private final Network network;
    private final List<Block> blocks;
    private final double[] theta;

    PlainNetwork(Parameters parameters) {
        this.network = parameters.network();
        this.blocks = network.blocks();
        this.theta = parameters.toArray();
    }

    /** {@code z^l_j = sum_i a_i W^l_ij + b^l_j}. */
    double[] weightedSums(int l, double[] a) {
        Block weights = blocks.get(2 * l);
        double[] z = new double[weights.columns()];
        for (int j = 0; j < z.length; j++) {
            double sum = theta[weights.end() + j];
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * theta[weights.index(i, j)];
            }
            z[j] = sum;
        }
        return z;
    }

    /** {@code a = f(z)}. */
    static double[] activate(Activation activation, double[] z) {
        double[] a = new double[z.length];
        double normaliser = activation == Activation.SOFTMAX ? logSumExp(z) : 0;
        for (int j = 0; j < z.length; j++) {
            a[j] = switch (activation) {
                case SIGMOID -> 1 / (1 + Math.exp(-z[j]));
                case TANH -> Math.tanh(z[j]);
                case RELU -> Math.max(z[j], 0);
                case IDENTITY -> z[j];
                case SOFTMAX -> Math.exp(z[j] - normaliser);
            };
        }
        return a;
    }

    /** The loss of one sample from the weighted sums of layer {@code l} on. */
    double lossFrom(int l, double[] z, double[] t) {
        double[] sums = z;
        for (int above = l + 1; above < network.depth(); above++) {
            Layer below = network.layer(above - 1);
            sums = weightedSums(above, activate(below.activation(), sums));
        }
        return loss(sums, t);
    }

    private double loss(double[] z, double[] t) {
        double[] y = activate(network.outputLayer().activation(), z);
        double normaliser = logSumExp(z);
        double sum = 0;
        for (int k = 0; k < z.length; k++) {
            sum += switch (network.loss()) {
                case HALF_SQUARED_ERROR -> (y[k] - t[k]) * (y[k] - t[k]) / 2;
                case MEAN_SQUARED_ERROR -> (y[k] - t[k]) * (y[k] - t[k]) / z.length;
                case BINARY_CROSS_ENTROPY -> t[k] * softplus(-z[k]) + (1 - t[k]) * softplus(z[k]);
                case CROSS_ENTROPY -> t[k] * (normaliser - z[k]);
            };
        }
        return sum;
    }

    /** The reduced loss of samples. */
    double loss(double[][] x, double[][] t) {
        double sum = 0;
        for (int s = 0; s < x.length; s++) {
            sum += lossFrom(0, weightedSums(0, x[s]), t[s]);
        }
        return reduction().factor(x.length) * sum;
    }

    Network network() {
        return network;
    }

    Reduction reduction() {
        return network.reduction();
    }

    /** {@code W^l_ij}. */
    double weight(int l, int i, int j) {
        return theta[blocks.get(2 * l).index(i, j)];
    }

    double theta(int index) {
        return theta[index];
    }

    /** {@code ln(1 + exp(z))}, without overflow. */
    private static double softplus(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    private static double logSumExp(double[] z) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : z) {
            largest = Math.max(largest, value);
        }
        double sum = 0;
        for (double value : z) {
            sum += Math.exp(value - largest);
        }
        return largest + Math.log(sum);
    }
}
