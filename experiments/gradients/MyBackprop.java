package gradients;

import handgrad.engine.Batch;
import handgrad.engine.Parameters;
import handgrad.input.userclass.HandGradient;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.Activation;

/**
 * Backpropagation in plain loops over plain arrays, for the usual activations and losses.
 *
 * <p>Verify it: {@code ./handgrad verify experiments/gradients/MyBackprop.java}. Then break a copy of it in another folder,
 * by leaving out a factor or swapping two indices, and verify that. {@code ./handgrad new} writes a file to start from.
 *
 * <p>Expect: every case passes. The copy fails, and what is printed names the layer, and the mistake if it is a known one.
 *
 * <p>It goes through the batch sample by sample. For one sample, with {@code a[0] = x} and {@code a[l + 1]} the output of
 * layer l:
 *
 * <pre>
 *   z[k]     = b[k] + sum_j a[l][j] W[j][k]          a[l + 1][k] = f(z[k])
 *   delta[k] = dL/dz[k]                              what this neuron should have been told
 *   dL/dW[j][k] = a[l][j] delta[k]                   dL/db[k] = delta[k]
 *   dL/da[l][j] = sum_k W[j][k] delta[k]             what goes down to the layer below
 * </pre>
 */
public final class MyBackprop implements HandGradient {
    @Override
    public Parameters gradient(Network network, Parameters parameters, Batch batch) {
        Parameters gradient = Parameters.zeros(network, parameters.dataType());
        double[][] x = batch.x().toDoubleMatrix();
        double[][] t = batch.y().toDoubleMatrix();
        for (int sample = 0; sample < x.length; sample++) {
            double[][] a = forward(network, parameters, x[sample]);
            double[] delta = outputDelta(network, a[network.depth()], t[sample]);
            // The chain rule, from the output down: what a layer passes on, the layer below takes up.
            for (int l = network.depth() - 1; l >= 0; l--) {
                add(gradient, l, a[l], delta);
                if (l > 0) {
                    double[] dA = down(parameters.weights(l).toDoubleMatrix(), delta);
                    delta = timesSlope(network.layer(l - 1).activation(), a[l], dA);
                }
            }
        }
        // The loss of the batch is the mean of the samples' losses or their sum; so is its gradient.
        if (network.reduction() == Reduction.MEAN) {
            gradient.vector().divi(x.length);
        }
        return gradient;
    }

    /** {@code a[0] = x} and the output of each layer. */
    private static double[][] forward(Network network, Parameters parameters, double[] x) {
        double[][] a = new double[network.depth() + 1][];
        a[0] = x;
        for (int l = 0; l < network.depth(); l++) {
            double[][] w = parameters.weights(l).toDoubleMatrix();
            double[] z = parameters.bias(l).toDoubleVector();
            for (int k = 0; k < z.length; k++) {
                for (int j = 0; j < a[l].length; j++) {
                    z[k] += a[l][j] * w[j][k];
                }
            }
            a[l + 1] = activate(network.layer(l).activation(), z);
        }
        return a;
    }

    /** {@code a = f(z)}. */
    private static double[] activate(Activation activation, double[] z) {
        double[] a = new double[z.length];
        double sum = 0;
        for (int k = 0; k < z.length; k++) {
            a[k] = switch (activation.id()) {
                case "sigmoid" -> 1 / (1 + Math.exp(-z[k]));
                case "tanh" -> Math.tanh(z[k]);
                case "relu" -> Math.max(z[k], 0);
                case "identity" -> z[k];
                case "softmax" -> Math.exp(z[k]);
                default -> throw new UnsupportedOperationException("no activation " + activation.id() + " yet");
            };
            sum += a[k];
        }
        for (int k = 0; activation.id().equals("softmax") && k < a.length; k++) {
            a[k] /= sum;
        }
        return a;
    }

    /** {@code dL/dz} of the output layer, for one sample with output {@code y} and target {@code t}. */
    private static double[] outputDelta(Network network, double[] y, double[] t) {
        double[] error = new double[y.length];
        for (int k = 0; k < y.length; k++) {
            error[k] = y[k] - t[k];
        }
        // Sigmoid with binary cross-entropy, softmax with cross-entropy: the slope has cancelled, y - t is dL/dz
        // already.
        if (network.loss().id().endsWith("cross-entropy")) {
            return error;
        }
        for (int k = 0; network.loss().id().equals("mean-squared-error") && k < y.length; k++) {
            error[k] *= 2.0 / y.length;
        }
        return timesSlope(network.outputLayer().activation(), y, error);
    }

    /** {@code dL/dz} from {@code dL/da}. Every slope is written in terms of {@code a = f(z)}, so that z is not needed. */
    private static double[] timesSlope(Activation activation, double[] a, double[] dA) {
        double[] delta = new double[a.length];
        double mean = 0;
        for (int k = 0; k < a.length; k++) {
            mean += dA[k] * a[k];
        }
        for (int k = 0; k < a.length; k++) {
            delta[k] = switch (activation.id()) {
                case "sigmoid" -> dA[k] * a[k] * (1 - a[k]);
                case "tanh" -> dA[k] * (1 - a[k] * a[k]);
                case "relu" -> a[k] > 0 ? dA[k] : 0;
                case "identity" -> dA[k];
                // Each output depends on every z of its row: a_k (dA_k - sum_j dA_j a_j).
                case "softmax" -> a[k] * (dA[k] - mean);
                default -> throw new UnsupportedOperationException("no activation " + activation.id() + " yet");
            };
        }
        return delta;
    }

    /** {@code dL/da[j] = sum_k W[j][k] delta[k]}. */
    private static double[] down(double[][] w, double[] delta) {
        double[] dA = new double[w.length];
        for (int j = 0; j < w.length; j++) {
            for (int k = 0; k < delta.length; k++) {
                dA[j] += w[j][k] * delta[k];
            }
        }
        return dA;
    }

    /** Adds one sample's part: {@code a[j] delta[k]} to the weights, {@code delta[k]} to the bias. */
    private static void add(Parameters gradient, int l, double[] a, double[] delta) {
        for (int k = 0; k < delta.length; k++) {
            for (int j = 0; j < a.length; j++) {
                double before = gradient.weights(l).getDouble(j, k);
                gradient.weights(l).putScalar(j, k, before + a[j] * delta[k]);
            }
            gradient.bias(l).putScalar(k, gradient.bias(l).getDouble(k) + delta[k]);
        }
    }
}
