package handgrad.train;

import handgrad.engine.Batch;
import handgrad.engine.Engine;
import handgrad.engine.Rows;
import handgrad.network.Network;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A grid over the plane of two inputs, a fifth wider than the samples.
 *
 * @param size points along each side; row by row, the lower left one first
 */
public record Surface(double left, double right, double lower, double upper, int size) {
    private static final int POINTS = 25;
    private static final double MARGIN = 0.2;
    /** More surfaces are not looked at one by one. */
    private static final int NEURONS = 16;

    /** Empty unless a network has two inputs and one output. */
    static Optional<Surface> of(Network network, Batch batch) {
        if (network.nIn() != 2 || network.nOut() != 1) {
            return Optional.empty();
        }
        double[] x = batch.x().getColumn(0).toDoubleVector();
        double[] y = batch.x().getColumn(1).toDoubleVector();
        double wide = MARGIN * (max(x) - min(x));
        double high = MARGIN * (max(y) - min(y));
        return Optional.of(new Surface(min(x) - wide, max(x) + wide, min(y) - high, max(y) + high, POINTS));
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    /**
     * What a hidden neuron answers at the points of the grid.
     *
     * @param layer its index, from 0
     * @param index in its layer, from 0
     */
    public record Neuron(int layer, int index, List<Double> heights) {}

    /** What an engine puts out at the points of the grid. */
    List<Double> heights(Engine engine) {
        return column(engine.output(grid(engine)), 0);
    }

    /** What its hidden neurons answer there, layer by layer; of many the first few of each layer. */
    List<Neuron> neurons(Engine engine) {
        Network network = engine.network();
        List<INDArray> activations = engine.activations(grid(engine));
        return IntStream.range(0, network.depth() - 1)
                .boxed()
                .flatMap(l -> IntStream.range(0, network.layer(l).nOut()).mapToObj(j -> new int[] {l, j}))
                .sorted(Comparator.comparingInt(place -> place[1]))
                .limit(NEURONS)
                .sorted(Comparator.comparingInt(place -> place[0]))
                .map(place -> new Neuron(place[0], place[1], column(activations.get(place[0]), place[1])))
                .toList();
    }

    private static List<Double> column(INDArray rows, int j) {
        return Arrays.stream(Rows.of(rows)).map(row -> row[j]).toList();
    }

    private INDArray grid(Engine engine) {
        double[][] points = new double[size * size][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {at(left, right, i % size), at(lower, upper, i / size)};
        }
        return Nd4j.createFromArray(points).castTo(engine.parameters().dataType());
    }

    private double at(double from, double to, int i) {
        return from + (to - from) * i / (size - 1);
    }
}
