package handgrad.input.claim;

import static handgrad.network.Activation.IDENTITY;
import static handgrad.network.Activation.RELU;
import static handgrad.network.Activation.SIGMOID;
import static handgrad.network.Activation.SOFTMAX;
import static handgrad.network.Activation.TANH;
import static handgrad.network.Loss.BINARY_CROSS_ENTROPY;
import static handgrad.network.Loss.CROSS_ENTROPY;
import static handgrad.network.Loss.HALF_SQUARED_ERROR;
import static handgrad.network.Loss.MEAN_SQUARED_ERROR;
import static handgrad.network.Reduction.MEAN;
import static handgrad.network.Reduction.SUM;

import handgrad.network.Activation;
import handgrad.network.Batch;
import handgrad.network.Layer;
import handgrad.network.Loss;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.Reduction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

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
                of(3, HALF_SQUARED_ERROR, MEAN, 4, 2, sigmoid(3), sigmoid(1)),
                of(1, HALF_SQUARED_ERROR, SUM, 5, 3, sigmoid(4), sigmoid(4), sigmoid(2)),
                of(2, BINARY_CROSS_ENTROPY, MEAN, 4, 3, sigmoid(5), sigmoid(2)),
                of(2, CROSS_ENTROPY, MEAN, 5, 4, relu(6), softmax(3)),
                of(11, MEAN_SQUARED_ERROR, MEAN, 5, 3, tanh(4), relu(4), sigmoid(3), identity(2)),
                of(3, HALF_SQUARED_ERROR, SUM, 3, 3, tanh(3), tanh(3)),
                of(6, HALF_SQUARED_ERROR, MEAN, 1, 4, relu(5), tanh(3), relu(2)),
                of(1, HALF_SQUARED_ERROR, MEAN, 5, 3, identity(2)),
                of(2, HALF_SQUARED_ERROR, SUM, 4, 3, sigmoid(4), softmax(3)),
                of(12, MEAN_SQUARED_ERROR, SUM, 6, 3, tanh(5), sigmoid(4), sigmoid(2)),
                of(1, MEAN_SQUARED_ERROR, SUM, 1, 2, sigmoid(2), tanh(2)),
                of(10, MEAN_SQUARED_ERROR, MEAN, 3, 4, relu(4), relu(4)),
                of(3, MEAN_SQUARED_ERROR, SUM, 4, 5, identity(3), softmax(3)),
                of(2, BINARY_CROSS_ENTROPY, SUM, 5, 2, tanh(3), relu(3), identity(3), sigmoid(1)),
                of(1, BINARY_CROSS_ENTROPY, MEAN, 1, 3, sigmoid(2)),
                of(1, CROSS_ENTROPY, SUM, 3, 3, tanh(3), sigmoid(3), softmax(3)));
    }

    private record Width(Activation activation, int nOut) {}

    private static Width sigmoid(int nOut) {
        return new Width(SIGMOID, nOut);
    }

    private static Width tanh(int nOut) {
        return new Width(TANH, nOut);
    }

    private static Width relu(int nOut) {
        return new Width(RELU, nOut);
    }

    private static Width identity(int nOut) {
        return new Width(IDENTITY, nOut);
    }

    private static Width softmax(int nOut) {
        return new Width(SOFTMAX, nOut);
    }

    private static Case of(long seed, Loss loss, Reduction reduction, int n, int nIn, Width... widths) {
        Layer[] layers = new Layer[widths.length];
        for (int l = 0; l < widths.length; l++) {
            layers[l] = new Layer(l == 0 ? nIn : widths[l - 1].nOut, widths[l].nOut, widths[l].activation);
        }
        var network = new Network(List.of(layers), loss, reduction);
        var random = new Random(seed);
        double[] theta = random.doubles(network.size(), -1, 1).toArray();
        return new Case(
                name(network),
                Parameters.of(network, DataType.DOUBLE, theta),
                batch(network, n, random),
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

    private static Batch batch(Network network, int n, Random random) {
        double[][] x = new double[n][];
        double[][] t = new double[n][];
        for (int s = 0; s < n; s++) {
            x[s] = random.doubles(network.nIn(), -2, 2).toArray();
            t[s] = target(network, random);
        }
        return new Batch(Nd4j.createFromArray(x), Nd4j.createFromArray(t));
    }

    private static double[] target(Network network, Random random) {
        double[] t = new double[network.nOut()];
        switch (network.loss()) {
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR -> Arrays.setAll(t, k -> 2 * random.nextDouble() - 1);
            case BINARY_CROSS_ENTROPY -> Arrays.setAll(t, k -> random.nextInt(2));
            case CROSS_ENTROPY -> t[random.nextInt(t.length)] = 1;
        }
        return t;
    }
}
