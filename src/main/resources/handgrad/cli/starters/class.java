import handgrad.engine.Batch;
import handgrad.engine.Parameters;
import handgrad.input.userclass.HandGradient;
import handgrad.network.Network;
import handgrad.network.layer.Layer;

/**
 * A gradient to be written by hand. The forward pass is here; the backward pass is yours.
 *
 * Verify it with: handgrad verify NAME.java
 */
public final class NAME implements HandGradient {
    /**
     * The gradient of the loss of a batch.
     *
     * network     its layers, network.loss() and network.reduction(): MEAN or SUM over the samples
     * parameters  weights(l) [nIn, nOut] and bias(l) [nOut] of layer l, counted from 0; do not change them
     * batch       x() [n, nIn] and the targets y() [n, nOut], one sample a row; do not change them
     */
    @Override
    public Parameters gradient(Network network, Parameters parameters, Batch batch) {
        supported(network);
        double[][] x = batch.x().toDoubleMatrix();
        double[][] t = batch.y().toDoubleMatrix();
        Parameters gradient = Parameters.zeros(network, parameters.dataType());
        for (int sample = 0; sample < x.length; sample++) {
            double[][] a = forward(network, parameters, x[sample]);
            double[] y = a[network.depth()];

            // TODO: the backward pass. From the output layer down to layer 0:
            //   1. delta[k] = dL/dz[k]. At the output of 1/2 sum_k (y[k] - t[k])^2 it is (y[k] - t[k]) y[k] (1 - y[k]),
            //      with y as above and the target t[sample].
            //   2. add a[l][j] delta[k] to dL/dW[j][k], and delta[k] to dL/db[k]:
            //      gradient.weights(l).putScalar(j, k, gradient.weights(l).getDouble(j, k) + a[l][j] * delta[k]);
            //      gradient.bias(l).putScalar(k, gradient.bias(l).getDouble(k) + delta[k]);
            //   3. the delta of the layer below: sum_k W[j][k] delta[k], times the slope a[l][j] (1 - a[l][j]).
        }
        // TODO: where network.reduction().id() is "mean", divide by the number of samples: gradient.vector().divi(x.length);
        return gradient;
    }

    /** Networks that this class is not made for are skipped. Take a line out when you have learned to do without it. */
    private static void supported(Network network) {
        if (!network.loss().id().equals("half-squared-error")) {
            throw new UnsupportedOperationException("only half-squared-error yet");
        }
        for (Layer layer : network.layers()) {
            if (!layer.activation().id().equals("sigmoid")) {
                throw new UnsupportedOperationException("only sigmoid yet");
            }
        }
    }

    /** The forward pass of one sample: a[0] is x, a[l + 1] is the output of layer l. */
    private static double[][] forward(Network network, Parameters parameters, double[] x) {
        double[][] a = new double[network.depth() + 1][];
        a[0] = x;
        for (int l = 0; l < network.depth(); l++) {
            double[][] w = parameters.weights(l).toDoubleMatrix();
            double[] z = parameters.bias(l).toDoubleVector();
            a[l + 1] = new double[z.length];
            for (int k = 0; k < z.length; k++) {
                for (int j = 0; j < a[l].length; j++) {
                    z[k] += a[l][j] * w[j][k];
                }
                a[l + 1][k] = 1 / (1 + Math.exp(-z[k]));
            }
        }
        return a;
    }
}
