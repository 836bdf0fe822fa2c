package handgrad.diagnosis;

import handgrad.network.Batch;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.Rows;
import java.util.List;

/** Where gradients are taken, a point and a batch, in plain Java arrays: a diagnosis takes thousands there. */
final class Place {
    final Network network;
    final List<Block> blocks;
    final double[] theta;
    final double[][] x;
    final double[][] t;

    Place(Parameters theta, Batch batch) {
        this.network = theta.network();
        this.blocks = network.blocks();
        this.theta = theta.toArray();
        this.x = Rows.of(batch.x());
        this.t = Rows.of(batch.y());
    }

    /** The gradient that a program with these faults would compute here. */
    double[] gradient(List<Fault> faults) {
        return FaultyBackpropagation.gradient(this, faults);
    }

    /**
     * How far a gradient is from another, block by block: the largest difference relative to the largest entry of the
     * other's layer, as {@link handgrad.compare.Difference#maxRelative()}; infinite if an entry is not finite.
     */
    double[] distances(double[] gradient, double[] other) {
        double[] distances = new double[blocks.size()];
        for (int k = 0; k < distances.length; k += 2) {
            Block weights = blocks.get(k);
            Block bias = blocks.get(k + 1);
            double scale = 0;
            for (int i = weights.offset(); i < bias.end(); i++) {
                scale = Math.max(scale, Math.abs(other[i]));
            }
            distances[k] = distance(gradient, other, weights, scale);
            distances[k + 1] = distance(gradient, other, bias, scale);
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
