package handgrad.judge;

import handgrad.network.Batch;
import handgrad.network.Block;
import handgrad.network.Layer;
import handgrad.network.Parameters;
import handgrad.network.Rows;
import handgrad.network.compare.Tolerance;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The gradient by central differences, {@code dL/dtheta_i ~ (L(theta_i + h) - L(theta_i - h)) / 2h}, one parameter at a
 * time, with the step {@code h = cbrt(epsilon) max(1, |theta_i|)} at which truncation ({@code ~h^2}) and rounding
 * ({@code ~epsilon |L| / h}) balance.
 */
public final class CentralDifferences {
    private static final double STEP = Math.cbrt(Tolerance.epsilon(DataType.DOUBLE));

    private CentralDifferences() {}

    /** The gradient of the reduced loss at {@code theta}, in double precision, with the best step. */
    public static Parameters gradient(Parameters theta, Batch batch) {
        return gradient(theta, batch, STEP);
    }

    /** The same with a step {@code h = step max(1, |theta_i|)} of the caller's. */
    public static Parameters gradient(Parameters theta, Batch batch, double step) {
        var plain = new PlainNetwork(theta);
        double[][] x = Rows.of(batch.x());
        double[][] t = Rows.of(batch.y());
        double[] gradient = new double[theta.network().size()];
        for (int s = 0; s < x.length; s++) {
            addSample(plain, step, x[s], t[s], gradient);
        }
        double factor = plain.reduction().factor(x.length);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= factor;
        }
        return Parameters.of(theta.network(), DataType.DOUBLE, gradient);
    }

    /**
     * How far off these differences may be: 64 times the sum of their rounding and truncation terms, as an absolute error.
     */
    public static double uncertainty(double loss) {
        return 64 * (Tolerance.epsilon(DataType.DOUBLE) * Math.max(1, Math.abs(loss)) / STEP + STEP * STEP);
    }

    private static void addSample(PlainNetwork plain, double step, double[] x, double[] t, double[] gradient) {
        double[] input = x;
        for (int l = 0; l < plain.network().depth(); l++) {
            double[] z = plain.weightedSums(l, input);
            Block weights = plain.network().blocks().get(2 * l);
            for (int j = 0; j < z.length; j++) {
                for (int i = 0; i < input.length; i++) {
                    int index = weights.index(i, j);
                    gradient[index] += difference(plain, step, l, z, j, input[i], plain.theta(index), t);
                }
                int index = weights.end() + j;
                gradient[index] += difference(plain, step, l, z, j, 1, plain.theta(index), t);
            }
            Layer layer = plain.network().layer(l);
            input = PlainNetwork.activate(layer.activation(), z);
        }
    }

    /** A parameter that is multiplied by {@code factor} on its way into {@code z_j} moves only that. */
    private static double difference(
            PlainNetwork plain, double step, int l, double[] z, int j, double factor, double value, double[] t) {
        double h = step * Math.max(1, Math.abs(value));
        double kept = z[j];
        z[j] = kept + h * factor;
        double above = plain.lossFrom(l, z, t);
        z[j] = kept - h * factor;
        double below = plain.lossFrom(l, z, t);
        z[j] = kept;
        return (above - below) / (2 * h);
    }
}
