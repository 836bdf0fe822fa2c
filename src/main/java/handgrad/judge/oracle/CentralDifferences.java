package handgrad.judge.oracle;

import handgrad.network.Block;
import handgrad.network.ChainRule;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Samples;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.List;

/**
 * The gradient by central differences, {@code dL/dtheta_i ~ (L(theta_i + h) - L(theta_i - h)) / 2h}, one parameter at a
 * time, with the step {@code h = cbrt(epsilon) max(1, |theta_i|)} at which truncation ({@code ~h^2}) and rounding
 * ({@code ~epsilon |L| / h}) balance.
 */
public final class CentralDifferences {
    private static final double STEP = Math.cbrt(Precision.DOUBLE.epsilon());

    private final Network network;
    private final double step;
    private final ChainRule chain;
    private final double[] gradient;

    private CentralDifferences(Point theta, double step) {
        this.network = theta.network();
        this.step = step;
        this.chain = new ChainRule(network, theta.rows(Plain::of));
        this.gradient = new double[network.size()];
    }

    /** The gradient of the reduced loss at {@code theta}, in double precision, with the best step. */
    public static Point gradient(Point theta, Samples samples) {
        return gradient(theta, samples, STEP);
    }

    /** The same with a step {@code h = step max(1, |theta_i|)} of the caller's. */
    public static Point gradient(Point theta, Samples samples, double step) {
        var differences = new CentralDifferences(theta, step);
        samples.parts(theta.network()).forEach(differences::add);
        double factor = theta.network().reduction().factor(samples.n());
        for (int i = 0; i < differences.gradient.length; i++) {
            differences.gradient[i] *= factor;
        }
        return new Point(theta.network(), differences.gradient);
    }

    /**
     * How far off these differences may be: 64 times the sum of their rounding and truncation terms, as an absolute error.
     */
    public static double uncertainty(double loss) {
        return 64 * (Precision.DOUBLE.epsilon() * Math.max(1, Math.abs(loss)) / STEP + STEP * STEP);
    }

    private void add(Samples part) {
        List<Row> t = PlainLoss.rows(part.y());
        ChainRule.Forward forward = chain.forward(PlainLoss.rows(part.x()));
        for (int l = 0; l < network.depth(); l++) {
            List<Row> input = forward.inputs().get(l);
            for (Block block : network.blocks(l)) {
                double[] values = ((Plain) chain.theta().get(l).get(block.slot().symbol())).values();
                for (int k = 0; k < values.length; k++) {
                    gradient[block.offset() + k] += difference(l, input, values, k, t);
                }
            }
        }
    }

    private double difference(int l, List<Row> input, double[] values, int k, List<Row> t) {
        double kept = values[k];
        double h = step * Math.max(1, Math.abs(kept));
        values[k] = kept + h;
        double above = PlainLoss.sum(chain, chain.forwardFrom(l, input), t);
        values[k] = kept - h;
        double below = PlainLoss.sum(chain, chain.forwardFrom(l, input), t);
        values[k] = kept;
        return (above - below) / (2 * h);
    }
}
