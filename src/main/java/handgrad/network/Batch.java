package handgrad.network;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Samples and their targets, one a row: {@code x [n, nIn]}, {@code y [n, nOut]}, both in column order. Engines may keep what
 * they have made of a batch: other numbers in the same arrays are another batch.
 */
public record Batch(INDArray x, INDArray y) {
    /** Puts both arrays into column order, in which their products need no copy. */
    public Batch {
        if (x.rank() != 2 || y.rank() != 2 || x.rows() != y.rows() || x.rows() < 1) {
            throw new IllegalArgumentException("x %s and y %s: expected [n, nIn] and [n, nOut]"
                    .formatted(x.shapeInfoToString(), y.shapeInfoToString()));
        }
        x = columnOrder(x);
        y = columnOrder(y);
    }

    private static INDArray columnOrder(INDArray array) {
        boolean ready = array.ordering() == 'f' && !array.isView();
        return ready ? array : array.dup('f');
    }

    /** The number of samples. */
    public int n() {
        return x.rows();
    }

    /** The rows at the given indices, in that order. */
    public Batch rows(int... indices) {
        return new Batch(x.getRows(indices), y.getRows(indices));
    }

    /** The first {@code count} rows, or all if there are fewer. */
    public Batch first(int count) {
        int[] indices =
                java.util.stream.IntStream.range(0, Math.min(count, n())).toArray();
        return indices.length == n() ? this : rows(indices);
    }

    public Batch castTo(DataType type) {
        return new Batch(x.castTo(type), y.castTo(type));
    }
}
