package handgrad.judge.diagnosis;

import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Samples;
import handgrad.network.function.loss.MeanSquaredError;
import handgrad.network.layer.Dense;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code a * W} in place of {@code a W} above a single output: the products are never added up. Each hidden neuron gets an
 * output and an error of its own, {@code z_i = a_i W_i + b}, all held against the one target, and all shapes still fit.
 *
 * <p>That is right backpropagation through another network, with as many outputs as there are hidden neurons and with
 * {@code W} on the diagonal of its last matrix.
 */
final class SeparateProducts {
    private final Place place;
    private final int last;
    private final int width;

    SeparateProducts(Place place) {
        this.place = place;
        this.last = place.network.depth() - 1;
        this.width = place.network.outputLayer().nIn();
    }

    /** The gradient that a program with this fault, and with others, would compute. */
    double[] gradient(List<Fault> others) {
        var wide = new Place(parameters(), samples());
        double[] found = FaultyBackpropagation.gradient(wide, others);
        double[] gradient = Arrays.copyOf(found, place.theta.length);
        Block weights = place.blocks.get(2 * last);
        Block diagonal = wide.blocks.get(2 * last);
        // A mean over the outputs would be one over many.
        double factor = place.network.loss() instanceof MeanSquaredError ? width : 1;
        for (int i = 0; i < weights.offset(); i++) {
            gradient[i] *= factor;
        }
        gradient[weights.end()] = 0;
        for (int i = 0; i < width; i++) {
            gradient[weights.index(i, 0)] = factor * found[diagonal.index(i, i)];
            gradient[weights.end()] += factor * found[diagonal.end() + i];
        }
        return gradient;
    }

    private Point parameters() {
        var layers = new ArrayList<>(place.network.layers());
        layers.set(last, new Dense(width, width, place.network.outputLayer().activation()));
        var network = new Network(layers, place.network.loss(), place.network.reduction());
        double[] theta = Arrays.copyOf(place.theta, network.size());
        Block weights = place.blocks.get(2 * last);
        Block diagonal = network.blocks().get(2 * last);
        Arrays.fill(theta, diagonal.offset(), diagonal.end(), 0);
        for (int i = 0; i < width; i++) {
            theta[diagonal.index(i, i)] = place.theta[weights.index(i, 0)];
            theta[diagonal.end() + i] = place.theta[weights.end()];
        }
        return new Point(network, theta);
    }

    private Samples samples() {
        double[][] targets = Arrays.stream(place.t)
                .map(row -> {
                    double[] repeated = new double[width];
                    Arrays.fill(repeated, row[0]);
                    return repeated;
                })
                .toArray(double[][]::new);
        return new Samples(place.x, targets);
    }
}
