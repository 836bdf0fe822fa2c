package handgrad.train;

import handgrad.engine.Engine;
import handgrad.network.Activation;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Looks at the layers of an engine. */
final class Layers {
    private static final int BINS = 20;
    private static final double NEAR = 0.01;
    private static final double MOST = 0.95;
    private static final double ALL = 1;

    private Layers() {}

    /**
     * One state a layer.
     *
     * @param gradient at the engine's point
     * @param before where the last step began, if there was one
     */
    static List<LayerState> of(Engine engine, INDArray x, Parameters gradient, Optional<double[]> before) {
        Network network = engine.network();
        List<INDArray> activations = engine.activations(x);
        double[] slopes = gradient.toArray();
        double[] now = engine.parameters().toArray();
        return IntStream.range(0, network.depth())
                .mapToObj(l -> {
                    Activation activation = network.layer(l).activation();
                    double[][] a = Rows.of(activations.get(l));
                    return new LayerState(
                            size(slopes, network, l),
                            before.map(old -> OptionalDouble.of(ratio(old, now, network, l)))
                                    .orElse(OptionalDouble.empty()),
                            count(a, ALL, value -> value == 0),
                            saturated(a, activation),
                            histogram(a, activation));
                })
                .toList();
    }

    private static double size(double[] values, Network network, int l) {
        double sum = sumOfSquares(values, network, l);
        return Math.sqrt(sum / (end(network, l) - begin(network, l)));
    }

    private static double ratio(double[] before, double[] after, Network network, int l) {
        double[] step = IntStream.range(0, before.length)
                .mapToDouble(i -> after[i] - before[i])
                .toArray();
        return Math.sqrt(sumOfSquares(step, network, l) / sumOfSquares(before, network, l));
    }

    private static double sumOfSquares(double[] values, Network network, int l) {
        double sum = 0;
        for (int i = begin(network, l); i < end(network, l); i++) {
            sum += values[i] * values[i];
        }
        return sum;
    }

    private static int begin(Network network, int l) {
        Block weights = network.blocks().get(2 * l);
        return weights.offset();
    }

    private static int end(Network network, int l) {
        return network.blocks().get(2 * l + 1).end();
    }

    private interface Condition {
        boolean holds(double value);
    }

    /** The neurons of which a condition holds for at least a share of the samples. */
    private static int count(double[][] a, double share, Condition condition) {
        return (int) IntStream.range(0, a[0].length)
                .filter(j ->
                        Arrays.stream(a).filter(row -> condition.holds(row[j])).count() >= share * a.length)
                .count();
    }

    private static int saturated(double[][] a, Activation activation) {
        return switch (activation) {
            case SIGMOID -> count(a, MOST, value -> value < NEAR || value > 1 - NEAR);
            case TANH -> count(a, MOST, value -> Math.abs(value) > 1 - NEAR);
            case RELU, IDENTITY, SOFTMAX -> 0;
        };
    }

    private static LayerState.Histogram histogram(double[][] a, Activation activation) {
        return switch (activation) {
            case SIGMOID, SOFTMAX -> histogram(a, 0, 1);
            case TANH -> histogram(a, -1, 1);
            case RELU -> histogram(a, 0, 4);
            case IDENTITY -> histogram(a, -4, 4);
        };
    }

    private static LayerState.Histogram histogram(double[][] a, double from, double to) {
        int[] counts = new int[BINS];
        for (double[] row : a) {
            for (double value : row) {
                // NaN falls into the first bin; the run is lost anyway.
                int bin = (int) Math.floor((value - from) / (to - from) * BINS);
                counts[Math.max(0, Math.min(BINS - 1, bin))]++;
            }
        }
        return new LayerState.Histogram(from, to, Arrays.stream(counts).boxed().toList());
    }
}
