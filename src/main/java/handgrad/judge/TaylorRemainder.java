package handgrad.judge;

import handgrad.network.Batch;
import handgrad.network.Parameters;
import handgrad.network.Rows;
import handgrad.network.compare.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The Taylor test: {@code R(h) = |L(theta + h v) - L(theta) - h g.v|} falls as {@code h^2} when {@code g} is the gradient
 * and as {@code h} when it is not, along a random direction {@code v}.
 */
public final class TaylorRemainder {
    private static final long SEED = 1;
    private static final int STEPS = 24;
    /** Remainders below this many roundings of the loss are noise. */
    private static final double NOISE = 1e3;
    /** The rate is taken from the smallest steps that are not noise. */
    private static final int FITTED = 4;

    private TaylorRemainder() {}

    /** The exponent with which the remainder falls; empty where it is rounding noise from the start. */
    public static OptionalDouble rate(Parameters theta, Batch batch, Parameters gradient) {
        double[] point = theta.toArray();
        double[] g = gradient.toArray();
        double[] v = new Random(SEED).doubles(point.length, -1, 1).toArray();
        double[][] x = Rows.of(batch.x());
        double[][] t = Rows.of(batch.y());
        double loss = new PlainNetwork(theta).loss(x, t);
        double slope = 0;
        for (int i = 0; i < v.length; i++) {
            slope += g[i] * v[i];
        }
        double noise = NOISE * Tolerance.epsilon(DataType.DOUBLE) * Math.max(Math.abs(loss), Double.MIN_NORMAL);
        var remainders = new ArrayList<Double>();
        for (int k = 4; k < STEPS; k++) {
            double h = Math.scalb(1.0, -k);
            double remainder = Math.abs(lossAt(theta, point, v, h, x, t) - loss - h * slope);
            if (!(remainder > noise)) {
                break;
            }
            remainders.add(remainder);
        }
        return rate(remainders);
    }

    private static double lossAt(Parameters theta, double[] point, double[] v, double h, double[][] x, double[][] t) {
        double[] moved = new double[point.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = point[i] + h * v[i];
        }
        return new PlainNetwork(Parameters.of(theta.network(), DataType.DOUBLE, moved)).loss(x, t);
    }

    /** Each step is half the one before: the mean of the logarithms of the last quotients. */
    private static OptionalDouble rate(List<Double> remainders) {
        int last = remainders.size() - 1;
        int first = Math.max(0, last - FITTED);
        if (last < 1) {
            return OptionalDouble.empty();
        }
        double fall = Math.log(remainders.get(first) / remainders.get(last)) / Math.log(2);
        return OptionalDouble.of(fall / (last - first));
    }
}
