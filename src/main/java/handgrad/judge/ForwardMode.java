package handgrad.judge;

import handgrad.network.Activation;
import handgrad.network.Batch;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.Rows;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The oracle: the gradient by forward-mode differentiation in double precision. Beside every value of the network's
 * definition goes its tangent, its derivative with respect to one {@code z_j}, carried forward from there to the loss,
 * {@code (u + u'e)(v + v'e) = uv + (u'v + uv')e}; a weight moves its {@code z_j} by what comes in through it. No
 * backpropagation, no step size, no truncation; the only error is rounding.
 *
 * <p>Where a relu stands at its kink its slope is taken as 0; {@link Kinks} says what else it may be.
 */
public final class ForwardMode {
    private final PlainNetwork plain;
    private final Network network;
    private final List<Block> blocks;

    ForwardMode(PlainNetwork plain) {
        this.plain = plain;
        this.network = plain.network();
        this.blocks = network.blocks();
    }

    /** The gradient of the reduced loss at {@code theta}. */
    public static Parameters gradient(Parameters theta, Batch batch) {
        var plain = new PlainNetwork(theta);
        var forward = new ForwardMode(plain);
        double[] gradient = new double[theta.network().size()];
        double[][] x = Rows.of(batch.x());
        double[][] t = Rows.of(batch.y());
        for (int s = 0; s < x.length; s++) {
            var sample = new Sample(plain, x[s], t[s]);
            forward.add(sample, forward.slopes(sample), gradient);
        }
        double factor = theta.network().reduction().factor(x.length);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= factor;
        }
        return Parameters.of(theta.network(), DataType.DOUBLE, gradient);
    }

    /** The slopes of every layer but a softmax. */
    double[][] slopes(Sample sample) {
        double[][] slopes = new double[network.depth()][];
        for (int l = 0; l < slopes.length; l++) {
            boolean softmax = network.layer(l).activation() == Activation.SOFTMAX;
            slopes[l] = softmax ? new double[0] : sample.slopes(l);
        }
        return slopes;
    }

    /** Adds the gradient of one sample's own loss, with these slopes of its layers. */
    void add(Sample sample, double[][] slopes, double[] gradient) {
        for (int l = 0; l < network.depth(); l++) {
            Block weights = blocks.get(2 * l);
            double[] input = sample.input(l);
            for (int j = 0; j < weights.columns(); j++) {
                double tangent = lossTangent(sample, slopes, l, j);
                for (int i = 0; i < weights.rows(); i++) {
                    gradient[weights.index(i, j)] += tangent * input[i];
                }
                gradient[weights.end() + j] += tangent;
            }
        }
    }

    /** {@code dL} of one sample when {@code z_j} of layer {@code l} moves by 1 and the rest of the layer stays. */
    private double lossTangent(Sample sample, double[][] slopes, int l, int j) {
        double[] dz = new double[network.layer(l).nOut()];
        dz[j] = 1;
        for (int above = l + 1; above < network.depth(); above++) {
            dz = weightedSumTangent(above, times(slopes[above - 1], dz));
        }
        return outputTangent(sample, slopes, dz);
    }

    private static double[] times(double[] slopes, double[] dz) {
        double[] da = new double[dz.length];
        for (int k = 0; k < dz.length; k++) {
            da[k] = dz[k] == 0 ? 0 : slopes[k] * dz[k];
        }
        return da;
    }

    private double[] weightedSumTangent(int l, double[] da) {
        double[] dz = new double[network.layer(l).nOut()];
        for (int i = 0; i < da.length; i++) {
            // Most tangents of the layer above the seed are zero.
            for (int k = 0; da[i] != 0 && k < dz.length; k++) {
                dz[k] += da[i] * plain.weight(l, i, k);
            }
        }
        return dz;
    }

    private double outputTangent(Sample sample, double[][] slopes, double[] dz) {
        int last = network.depth() - 1;
        double[] z = sample.z(last);
        double[] y = sample.output(last);
        double[] t = sample.t();
        double sum = 0;
        switch (network.loss()) {
            case HALF_SQUARED_ERROR -> {
                double[] dy = outputTangent(slopes[last], y, dz);
                for (int k = 0; k < z.length; k++) {
                    sum += (y[k] - t[k]) * dy[k];
                }
            }
            case MEAN_SQUARED_ERROR -> {
                double[] dy = outputTangent(slopes[last], y, dz);
                for (int k = 0; k < z.length; k++) {
                    sum += 2 * (y[k] - t[k]) * dy[k] / z.length;
                }
            }
            case BINARY_CROSS_ENTROPY -> {
                for (int k = 0; k < z.length; k++) {
                    // The derivatives of the two softplus terms; each keeps its digits where the other has none.
                    sum += ((1 - t[k]) / (1 + Math.exp(-z[k])) - t[k] / (1 + Math.exp(z[k]))) * dz[k];
                }
            }
            case CROSS_ENTROPY -> {
                double normaliser = dot(y, dz);
                for (int k = 0; k < z.length; k++) {
                    sum += t[k] * (normaliser - dz[k]);
                }
            }
        }
        return sum;
    }

    private double[] outputTangent(double[] slopes, double[] y, double[] dz) {
        if (network.outputLayer().activation() != Activation.SOFTMAX) {
            return times(slopes, dz);
        }
        double mean = dot(y, dz);
        double[] dy = new double[y.length];
        for (int k = 0; k < y.length; k++) {
            dy[k] = y[k] * (dz[k] - mean);
        }
        return dy;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
