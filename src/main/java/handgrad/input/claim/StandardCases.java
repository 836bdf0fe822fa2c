package handgrad.input.claim;

import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import handgrad.network.layer.Dense;
import handgrad.network.layer.Layer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * The cases that a gradient is judged on when it comes as a program: every loss with every output activation, every
 * hidden activation, mean and sum, one to four layers, one sample and several, square weight matrices and others. A
 * mistake that one of them hides, such as a missing {@code 1/n} where n is 1, another one shows.
 *
 * <p>Weights, biases and regression targets are uniform in {@code [-1, 1)}, inputs in {@code [-2, 2)}; targets of the
 * cross-entropies are classes. All follow from a seed for each case, chosen so that no relu is within 0.05 of its kink and
 * no weight matrix has a gradient of 0.
 */
public final class StandardCases {
    private StandardCases() {}

    /** The same cases, bit for bit, whenever it is called; those that beginners write first come first. */
    public static List<Case> all() {
        return List.of(
                of(3, "half-squared-error", Reduction.MEAN, 4, 2, sigmoid(3), sigmoid(1)),
                of(1, "half-squared-error", Reduction.SUM, 5, 3, sigmoid(4), sigmoid(4), sigmoid(2)),
                of(2, "binary-cross-entropy", Reduction.MEAN, 4, 3, sigmoid(5), sigmoid(2)),
                of(2, "cross-entropy", Reduction.MEAN, 5, 4, relu(6), softmax(3)),
                of(11, "mean-squared-error", Reduction.MEAN, 5, 3, tanh(4), relu(4), sigmoid(3), identity(2)),
                of(3, "half-squared-error", Reduction.SUM, 3, 3, tanh(3), tanh(3)),
                of(6, "half-squared-error", Reduction.MEAN, 1, 4, relu(5), tanh(3), relu(2)),
                of(1, "half-squared-error", Reduction.MEAN, 5, 3, identity(2)),
                of(2, "half-squared-error", Reduction.SUM, 4, 3, sigmoid(4), softmax(3)),
                of(12, "mean-squared-error", Reduction.SUM, 6, 3, tanh(5), sigmoid(4), sigmoid(2)),
                of(1, "mean-squared-error", Reduction.SUM, 1, 2, sigmoid(2), tanh(2)),
                of(10, "mean-squared-error", Reduction.MEAN, 3, 4, relu(4), relu(4)),
                of(3, "mean-squared-error", Reduction.SUM, 4, 5, identity(3), softmax(3)),
                of(2, "binary-cross-entropy", Reduction.SUM, 5, 2, tanh(3), relu(3), identity(3), sigmoid(1)),
                of(1, "binary-cross-entropy", Reduction.MEAN, 1, 3, sigmoid(2)),
                of(1, "cross-entropy", Reduction.SUM, 3, 3, tanh(3), sigmoid(3), softmax(3)));
    }

    private record Width(Activation activation, int nOut) {
        static Width of(String activation, int nOut) {
            return new Width(Definitions.named(Activation.class, "activation", activation), nOut);
        }
    }

    private static Width sigmoid(int nOut) {
        return Width.of("sigmoid", nOut);
    }

    private static Width tanh(int nOut) {
        return Width.of("tanh", nOut);
    }

    private static Width relu(int nOut) {
        return Width.of("relu", nOut);
    }

    private static Width identity(int nOut) {
        return Width.of("identity", nOut);
    }

    private static Width softmax(int nOut) {
        return Width.of("softmax", nOut);
    }

    private static Case of(long seed, String loss, Reduction reduction, int n, int nIn, Width... widths) {
        Layer[] layers = new Layer[widths.length];
        for (int l = 0; l < widths.length; l++) {
            layers[l] = new Dense(l == 0 ? nIn : widths[l - 1].nOut, widths[l].nOut, widths[l].activation);
        }
        var network = new Network(List.of(layers), Definitions.named(Loss.class, "loss", loss), reduction);
        var random = new Random(seed);
        double[] theta = random.doubles(network.size(), -1, 1).toArray();
        return new Case(
                name(network),
                new Point(network, theta),
                samples(network, n, random),
                Optional.empty(),
                OptionalDouble.empty());
    }

    /** {@code half-squared-error-sigmoid-mean-3-5-2}: loss, output activation, reduction, shape. */
    private static String name(Network network) {
        return String.join(
                "-",
                network.loss().id(),
                network.outputLayer().activation().id(),
                network.reduction().id(),
                network.shape());
    }

    private static Samples samples(Network network, int n, Random random) {
        double[][] x = new double[n][];
        double[][] t = new double[n][];
        for (int s = 0; s < n; s++) {
            x[s] = random.doubles(network.nIn(), -2, 2).toArray();
            t[s] = network.loss().target(random, network.nOut());
        }
        return new Samples(x, t);
    }
}
