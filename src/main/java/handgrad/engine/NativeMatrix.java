package handgrad.engine;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;

import handgrad.network.array.Matrix;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The memory of an ND4J array, not a copy: {@code [rows, columns]}, a vector counting as one column, whatever lies beyond the
 * first dimension as columns. BLAS is called on it by address. It keeps the array from being released.
 */
public final class NativeMatrix implements Matrix {
    private final INDArray array;
    private final int rows;
    private final int columns;
    private final NativeNumbers numbers;
    /** As many ones as there are rows, once they are needed. */
    private NativeNumbers ones;

    /** The transpose, kept beside, or null: see {@link #keepTranspose}. */
    private NativeMatrix transpose;

    private NativeMatrix(INDArray array) {
        this.array = array;
        this.rows = Math.toIntExact(array.size(0));
        this.columns = Math.toIntExact(array.length() / rows);
        this.numbers = array.dataType() == DataType.DOUBLE
                ? NativeDoubles.at(array.data().pointer(), array.offset(), array.length())
                : NativeFloats.at(array.data().pointer(), array.offset(), array.length());
    }

    /**
     * The memory of an array, or of a copy of it where its numbers do not lie in column order without gaps.
     *
     * @throws IllegalArgumentException if it is neither double nor float, or above 2 GB
     */
    public static NativeMatrix of(INDArray array) {
        DataType type = array.dataType();
        if (type != DataType.DOUBLE && type != DataType.FLOAT) {
            throw new IllegalArgumentException(
                    "an array %s: expected DOUBLE or FLOAT".formatted(array.shapeInfoToString()));
        }
        if (array.length() * type.width() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "an array %s: expected at most 2 GB".formatted(array.shapeInfoToString()));
        }
        return new NativeMatrix(inColumnOrder(array) ? array : array.dup('f'));
    }

    /** New memory, all zeros. */
    public static NativeMatrix zeros(DataType type, int rows, int columns) {
        return of(Nd4j.create(type, new long[] {rows, columns}, 'f'));
    }

    private static boolean inColumnOrder(INDArray array) {
        long distance = 1;
        for (int d = 0; d < array.rank(); d++) {
            if (array.size(d) != 1 && array.stride(d) != distance) {
                return false;
            }
            distance *= array.size(d);
        }
        return true;
    }

    /** The array itself. */
    public INDArray array() {
        return array;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public void load(int from, double[] into, int at, int count) {
        numbers.load(from, into, at, count);
    }

    @Override
    public void store(int from, double[] values, int at, int count) {
        numbers.store(from, values, at, count);
    }

    /** Overwrites one row. */
    void putRow(int row, double[] values) {
        for (int column = 0; column < columns; column++) {
            numbers.put(row + column * rows, values[column]);
        }
    }

    /** Overwrites row i with row {@code indices[at + i]} of another matrix of as many columns, for every i. */
    void copyRows(NativeMatrix from, int[] indices, int at) {
        for (int column = 0; column < columns; column++) {
            int begin = column * from.rows;
            for (int i = 0; i < rows; i++) {
                numbers.put(column * rows + i, from.numbers.get(begin + indices[at + i]));
            }
        }
    }

    /** Overwrites all rows with those of another matrix of as many columns, from its row {@code first} on. */
    public void copyRows(NativeMatrix from, int first) {
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                numbers.put(column * rows + row, from.numbers.get(column * from.rows + first + row));
            }
        }
    }

    /**
     * Keeps a transposed copy beside this matrix, of its numbers as they are now: a product with the transpose of a tall matrix
     * takes BLAS half as long again as one with a matrix that lies transposed already.
     */
    public void keepTranspose() {
        if (transpose == null) {
            transpose = of(array.transpose().dup('f'));
            return;
        }
        int index = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                transpose.numbers.put(index++, numbers.get(row + column * rows));
            }
        }
    }

    @Override
    public void product(Matrix a, Factor factorA, Matrix b, Factor factorB, double scale, double keep) {
        var left = (NativeMatrix) a;
        var right = (NativeMatrix) b;
        boolean lies = factorA == Factor.TRANSPOSED && left.transpose != null;
        if (lies) {
            left = left.transpose;
        }
        boolean transposeLeft = factorA == Factor.TRANSPOSED && !lies;
        // A single column is its own transpose, and beside another one BLAS takes that sooner.
        boolean column = transposeLeft && right.columns == 1;
        numbers.gemm(
                transposeLeft ? CblasTrans : CblasNoTrans,
                factorB == Factor.TRANSPOSED || column ? CblasTrans : CblasNoTrans,
                rows,
                columns,
                transposeLeft ? left.rows : left.columns,
                scale,
                left.numbers,
                left.rows,
                right.numbers,
                column ? 1 : right.rows,
                keep);
    }

    @Override
    public void columnSums(Matrix of, double scale, double keep) {
        var summed = (NativeMatrix) of;
        if (summed.ones == null) {
            summed.ones = summed.numbers.ones(summed.rows);
        }
        numbers.gemv(summed.rows, summed.columns, scale, summed.numbers, summed.ones, keep);
    }

    /** {@code this <- this + other}, of as many numbers. */
    public void add(NativeMatrix other) {
        numbers.axpy(rows * columns, other.numbers);
    }
}
