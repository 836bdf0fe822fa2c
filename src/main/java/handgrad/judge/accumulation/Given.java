package handgrad.judge.accumulation;

import handgrad.judge.rounding.RightGradients;
import handgrad.judge.rounding.RightGradients.Right;
import handgrad.network.MicroBatches;
import handgrad.network.Network;
import handgrad.network.Penalty;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A gradient that a program gave for a batch that came in micro-batches, and what it had to add up.
 *
 * @param parts {@code G_k}, the right gradient of the sum of the losses of each micro-batch, and how far rounding may put it off
 * @param before its answer to the batch before; empty where it had been started anew
 */
public record Given(
        Network network,
        Precision precision,
        MicroBatches split,
        List<Right> parts,
        double[] claim,
        Optional<Given> before) {
    /** Roundings of a part besides those of its own sum: two factors, a quotient, and as many sums as there are parts. */
    private static final int FACTORS = 4;

    public Given {
        parts = List.copyOf(parts);
    }

    /**
     * An answer.
     *
     * @param theta where it was asked, as the network of the case is reduced
     * @param samples all of them
     * @param precision of the program
     */
    public static Given of(
            Point theta,
            Samples samples,
            MicroBatches split,
            Precision precision,
            double[] claim,
            Optional<Given> before) {
        Network network = theta.network();
        Point summed = summed(theta);
        List<Right> parts = split.of(samples).stream()
                .map(part -> new RightGradients(summed, part, precision, Penalty.NONE).natural())
                .toList();
        return new Given(network, precision, split, parts, claim, before);
    }

    /** The same point of the network whose losses are added up over the samples. */
    static Point summed(Point theta) {
        Network network = theta.network();
        return new Point(new Network(network.layers(), network.loss(), Reduction.SUM), theta.values());
    }

    boolean isFinite() {
        return Arrays.stream(claim).allMatch(Double::isFinite);
    }

    /** {@code c_k} where it is right: 1/n of a mean, 1 of a sum. */
    double rightWeight() {
        return network.reduction().factor(split.n());
    }

    /** How far the entry i of {@code sum_k c_k G_k} may be off by rounding. */
    double tolerance(double[] weights, int i) {
        double tolerance = 0;
        for (int k = 0; k < weights.length; k++) {
            Right part = parts.get(k);
            tolerance += Math.abs(weights[k]) * (part.tolerance()[i] + rounding(part.gradient()[i]));
        }
        return tolerance;
    }

    /** What a few operations on a number may round. */
    double rounding(double number) {
        return (FACTORS + split.count()) * precision.epsilon() * Math.abs(number);
    }

    /** Entry i of {@code sum_k c_k G_k}. */
    double weighted(double[] weights, int i) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * parts.get(k).gradient()[i];
        }
        return sum;
    }
}
