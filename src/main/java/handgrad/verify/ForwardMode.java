package handgrad.verify;

import handgrad.network.Activation;
import handgrad.network.Batch;
import handgrad.network.Block;
import handgrad.network.Loss;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.Rows;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The oracle: the gradient by forward-mode differentiation, one parameter at a time, in double precision. Beside every
 * value of the network's definition goes its tangent, its derivative with respect to that one parameter, from the
 * parameter up to the loss, {@code (u + u'e)(v + v'e) = uv + (u'v + uv')e}: no backpropagation, no step size, no
 * truncation; the only error is rounding.
 *
 * <p>Where a relu stands at its kink its slope is taken as 0; {@link KinkRange} says what else it may be.
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
            forward.add(new Sample(plain, x[s]), t[s], gradient);
        }
        double factor = theta.network().reduction().factor(x.length);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= factor;
        }
        return Parameters.of(theta.network(), DataType.DOUBLE, gradient);
    }

    /** Adds the gradient of one sample's own loss. */
    void add(Sample sample, double[] t, double[] gradient) {
        for (int l = 0; l < network.depth(); l++) {
            Block weights = blocks.get(2 * l);
            double[] input = sample.input(l);
            for (int j = 0; j < weights.columns(); j++) {
                for (int i = 0; i < weights.rows(); i++) {
                    // dz_j / dW_ij = a_i, and no other z of this layer moves.
                    gradient[weights.index(i, j)] += lossTangent(sample, l, j, input[i], t);
                }
                gradient[weights.end() + j] += lossTangent(sample, l, j, 1, t);
            }
        }
    }

    /** {@code dL} of one sample when {@code z_j} of layer {@code l} moves by {@code seed} and the rest of the layer stays. */
    private double lossTangent(Sample sample, int l, int j, double seed, double[] t) {
        double[] dz = new double[network.layer(l).nOut()];
        dz[j] = seed;
        for (int above = l + 1; above < network.depth(); above++) {
            double[] da = activationTangent(network.layer(above - 1).activation(), sample.z(above - 1), dz);
            dz = weightedSumTangent(above, da);
        }
        return lossTangent(sample.z(network.depth() - 1), dz, t);
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

    private static double[] activationTangent(Activation activation, double[] z, double[] dz) {
        double[] da = new double[z.length];
        if (activation == Activation.SOFTMAX) {
            double[] a = PlainNetwork.activate(activation, z);
            double mean = 0;
            for (int k = 0; k < z.length; k++) {
                mean += a[k] * dz[k];
            }
            for (int k = 0; k < z.length; k++) {
                da[k] = a[k] * (dz[k] - mean);
            }
            return da;
        }
        for (int k = 0; k < z.length; k++) {
            da[k] = dz[k] == 0 ? 0 : slope(activation, z[k]) * dz[k];
        }
        return da;
    }

    /** {@code f'(z)} from {@code z} itself, so that it keeps its digits where {@code f(z)} has rounded to its limit. */
    static double slope(Activation activation, double z) {
        return switch (activation) {
            case SIGMOID -> 1 / (2 + Math.exp(z) + Math.exp(-z));
            case TANH -> 1 / (Math.cosh(z) * Math.cosh(z));
            case RELU -> z > 0 ? 1 : 0;
            case IDENTITY -> 1;
            case SOFTMAX -> throw new IllegalArgumentException("softmax has no slope of a single z");
        };
    }

    /** {@code dL} of one sample when the output layer's {@code z} moves by {@code dz}. */
    double lossTangent(double[] z, double[] dz, double[] t) {
        Activation output = network.outputLayer().activation();
        double[] y = PlainNetwork.activate(output, z);
        double sum = 0;
        switch (network.loss()) {
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR -> {
                double scale = network.loss() == Loss.MEAN_SQUARED_ERROR ? 2.0 / z.length : 1;
                double[] dy = activationTangent(output, z, dz);
                for (int k = 0; k < z.length; k++) {
                    sum += scale * (y[k] - t[k]) * dy[k];
                }
            }
            case BINARY_CROSS_ENTROPY -> {
                for (int k = 0; k < z.length; k++) {
                    // The derivatives of the two softplus terms; each keeps its digits where the other has none.
                    sum += ((1 - t[k]) / (1 + Math.exp(-z[k])) - t[k] / (1 + Math.exp(z[k]))) * dz[k];
                }
            }
            case CROSS_ENTROPY -> {
                double normaliser = 0;
                for (int k = 0; k < z.length; k++) {
                    normaliser += y[k] * dz[k];
                }
                for (int k = 0; k < z.length; k++) {
                    sum += t[k] * (normaliser - dz[k]);
                }
            }
        }
        return sum;
    }
}
