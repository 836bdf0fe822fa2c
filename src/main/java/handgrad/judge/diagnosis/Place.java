package handgrad.judge.diagnosis;

import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Samples;
import java.util.List;
import java.util.Set;

/** Where gradients are taken, a point and a batch, in plain Java arrays: a diagnosis takes thousands there. */
final class Place {
    private static final double LEAST = 1e-4;

    final Network network;
    final List<Block> blocks;
    final double[] theta;
    final double[][] x;
    final double[][] t;
    /** What a right program's forward pass leaves behind. */
    final ForwardPass forward;
    /** The right gradient, by plain backpropagation. */
    final double[] right;

    /** Of each block, whether its gradient is compared. */
    private final boolean[] compared;

    Place(Point theta, Samples samples) {
        this(theta, samples, Set.copyOf(theta.network().blocks()));
    }

    Place(Point theta, Samples samples, Set<Block> compared) {
        this.network = theta.network();
        this.blocks = network.blocks();
        this.compared = new boolean[blocks.size()];
        for (int k = 0; k < this.compared.length; k++) {
            this.compared[k] = compared.contains(blocks.get(k));
        }
        this.theta = theta.values();
        this.x = samples.x();
        this.t = samples.y();
        this.forward = ForwardPass.of(this, new FaultyProducts(this, new Faults(List.of())));
        this.right = FaultyBackpropagation.gradient(this, List.of());
    }

    /** The gradient that a program with these faults would compute here. */
    double[] gradient(List<Fault> faults) {
        var onTheWay =
                faults.stream().filter(fault -> !FaultyGradient.makes(fault)).toList();
        double[] gradient = onTheWay.isEmpty() ? right : FaultyBackpropagation.gradient(this, onTheWay);
        return new FaultyGradient(this).apply(gradient, faults);
    }

    /** Whether a layer has as many outputs as inputs, more than one. */
    boolean square(int l) {
        int nIn = network.layer(l).nIn();
        return nIn > 1 && nIn == network.layer(l).nOut();
    }

    /** Whether there are as many samples, too. */
    boolean cubic(int l) {
        return square(l) && x.length == network.layer(l).nIn();
    }

    /**
     * How far a gradient is from another, block by block: the largest difference relative to the largest entry of the
     * other's layer, or to a ten-thousandth of the right one's where that is more, since a sum that cancels leaves rounding
     * noise; infinite if an entry is not finite.
     */
    double[] distances(double[] gradient, double[] other) {
        double[] distances = new double[blocks.size()];
        for (int k = 0; k < distances.length; k += 2) {
            Block weights = blocks.get(k);
            Block bias = blocks.get(k + 1);
            double scale = 0;
            for (int i = weights.offset(); i < bias.end(); i++) {
                scale = Math.max(scale, Math.max(Math.abs(other[i]), LEAST * Math.abs(right[i])));
            }
            distances[k] = compared[k] ? distance(gradient, other, weights, scale) : 0;
            distances[k + 1] = compared[k + 1] ? distance(gradient, other, bias, scale) : 0;
        }
        return distances;
    }

    /** The largest of the {@link #distances}. */
    double distance(double[] gradient, double[] other) {
        double largest = 0;
        for (double distance : distances(gradient, other)) {
            largest = Math.max(largest, distance);
        }
        return largest;
    }

    private static double distance(double[] gradient, double[] other, Block block, double scale) {
        double largest = 0;
        for (int i = block.offset(); i < block.end(); i++) {
            double difference = Math.abs(gradient[i] - other[i]);
            if (!Double.isFinite(difference)) {
                return Double.POSITIVE_INFINITY;
            }
            largest = Math.max(largest, difference);
        }
        return largest == 0 ? 0 : largest / scale;
    }
}
