package handgrad.train;

import handgrad.engine.Batch;
import handgrad.engine.Engine;
import handgrad.engine.Rows;
import handgrad.network.Network;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /** What an engine puts out at the points of the grid. */
    List<Double> heights(Engine engine) {
        double[][] points = new double[size * size][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {at(left, right, i % size), at(lower, upper, i / size)};
        }
        INDArray grid = Nd4j.createFromArray(points).castTo(engine.parameters().dataType());
        return Arrays.stream(Rows.of(engine.output(grid))).map(row -> row[0]).toList();
    }

    private double at(double from, double to, int i) {
        return from + (to - from) * i / (size - 1);
    }
}
