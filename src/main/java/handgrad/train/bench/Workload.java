package handgrad.train.bench;

import handgrad.InputException;
import handgrad.engine.Batch;
import handgrad.engine.Parameters;
import handgrad.input.data.Draw;
import handgrad.input.data.NumpyRandom;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * What is trained on, again and again: one network, one batch.
 *
 * @param batchSize samples, at least 1
 * @param type of all arrays, double or float
 */
public record Workload(Network network, int batchSize, DataType type) {
    /** So small that the parameters stay finite for hundreds of thousands of steps, whatever the network's size. */
    public static final double LEARNING_RATE = 1e-3;

    private static final long SEED = 1;

    /** @throws InputException if the batch is empty */
    public Workload {
        if (batchSize < 1) {
            throw new InputException("batch size %d: expected at least 1".formatted(batchSize));
        }
    }

    /**
     * A network of sigmoids, such as {@code "64-128-10/32"}: the widths from the input to the output, then the batch size.
     * The loss is half the squared error on one output, binary cross-entropy on several, the mean over the batch.
     *
     * @throws InputException if the text is not of that form
     */
    public static Workload named(String name, DataType type) {
        if (!name.matches("\\d{1,6}(-\\d{1,6})+/\\d{1,7}")) {
            throw new InputException(
                    "workload '%s': expected widths and a batch size, as in 64-128-10/32".formatted(name));
        }
        int slash = name.indexOf('/');
        List<Integer> widths = Stream.of(name.substring(0, slash).split("-", -1))
                .map(Integer::valueOf)
                .toList();
        int last = widths.size() - 1;
        Activation sigmoid = Definitions.named(Activation.class, "activation", "sigmoid");
        String loss = widths.get(last) == 1 ? "half-squared-error" : "binary-cross-entropy";
        var network = Network.dense(
                widths.get(0),
                widths.subList(1, last),
                widths.get(last),
                sigmoid,
                sigmoid,
                Definitions.named(Loss.class, "loss", loss),
                Reduction.MEAN);
        return new Workload(network, Integer.parseInt(name.substring(slash + 1)), type);
    }

    /** The networks of the experiments on XOR and on the digits, the latter with a mini-batch and with all samples. */
    public static List<Workload> standard(DataType type) {
        return named(type, "2-10-1/4", "64-128-10/32", "64-128-10/1437");
    }

    /** The digits' network narrower and wider, deeper, and with smaller and larger batches. */
    public static List<Workload> growth(DataType type) {
        return named(
                type,
                "64-16-10/32",
                "64-1024-10/32",
                deep(4) + "/32",
                deep(8) + "/32",
                "64-128-10/1",
                "64-128-10/256",
                "64-128-10/8192");
    }

    private static String deep(int hidden) {
        return "64-" + String.join("-", Collections.nCopies(hidden, "128")) + "-10";
    }

    private static List<Workload> named(DataType type, String... names) {
        return Stream.of(names).map(name -> named(name, type)).toList();
    }

    /** Inputs uniform in [0, 1); of each sample one output is to be 1, the others 0; a single output is to be either. */
    public Batch batch() {
        var random = new NumpyRandom(SEED);
        double[][] x = new double[batchSize][network.nIn()];
        double[][] t = new double[batchSize][network.nOut()];
        for (int i = 0; i < batchSize; i++) {
            for (int j = 0; j < network.nIn(); j++) {
                x[i][j] = random.uniform();
            }
            if (network.nOut() == 1) {
                t[i][0] = random.integers(2, 1)[0];
            } else {
                t[i][random.integers(network.nOut(), 1)[0]] = 1;
            }
        }
        return Batch.of(type, new Samples(x, t));
    }

    /** Standard normal weights and biases, the same for every subject. */
    public Parameters start() {
        return Draw.NORMAL.draw(network, type, new NumpyRandom(SEED));
    }

    /** As {@link #named(String, DataType)} takes it. */
    @Override
    public String toString() {
        return network.shape() + "/" + batchSize;
    }
}
