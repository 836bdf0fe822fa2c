package handgrad.network.array;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The numbers of an array {@code [rows, columns]} in column order, or of a vector, which counts as one column: the array's
 * own memory, not a copy. Loops see it in double precision, stretch by stretch; what they store is rounded to the array's
 * type. It keeps the array from being released.
 */
public sealed interface Memory permits DoubleMemory, FloatMemory {
    /** Whether a factor of a product is taken as it is or as its transpose. */
    enum Factor {
        AS_IT_IS,
        TRANSPOSED
    }

    /** The longest stretch that is loaded or stored at once: a few of them fit into the first-level cache. */
    int STRETCH = 512;

    /**
     * {@code count}, rounded up for a loop over a stretch of working memory, where what lies beyond does not matter: the JIT
     * compiler unrolls a loop no further than it has usually run, and one that serves arrays of 4 numbers would stay slow
     * for large ones.
     */
    static int roundedUp(int count) {
        return (count + 15) & -16;
    }

    /**
     * Working memory for a stretch. Of such a length, neighbours do not lie multiples of 4,096 bytes apart, where a processor
     * may take a load from one for what was just stored in the other, and wait.
     */
    static double[] stretch() {
        return new double[STRETCH + 168];
    }

    /**
     * The memory of an array, or of a copy of it where its numbers do not lie in column order without gaps.
     *
     * @throws IllegalArgumentException if it is neither double nor float, of more than two dimensions, or above 2 GB
     */
    static Memory of(INDArray array) {
        DataType type = array.dataType();
        if (array.rank() > 2 || (type != DataType.DOUBLE && type != DataType.FLOAT)) {
            throw new IllegalArgumentException("an array %s: expected a vector or a matrix of DOUBLE or FLOAT"
                    .formatted(array.shapeInfoToString()));
        }
        if (array.length() * type.width() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "an array %s: expected at most 2 GB".formatted(array.shapeInfoToString()));
        }
        INDArray dense = inColumnOrder(array) ? array : array.dup('f');
        return type == DataType.DOUBLE ? new DoubleMemory(dense) : new FloatMemory(dense);
    }

    private static boolean inColumnOrder(INDArray array) {
        boolean column = array.length() == 1 || array.size(0) == 1 || array.stride(0) == 1;
        return array.rank() < 2 ? column : column && (array.size(1) == 1 || array.stride(1) == array.size(0));
    }

    int rows();

    int columns();

    default int size() {
        return rows() * columns();
    }

    /** Copies {@code count} numbers from index {@code from} on, in column order, to {@code into[at]} and on. */
    void load(int from, double[] into, int at, int count);

    /** Copies {@code values[at]} and on to index {@code from} and on. */
    void store(int from, double[] values, int at, int count);

    /** The number at an index, in column order. */
    double get(int index);

    /** Overwrites the number at an index. */
    void put(int index, double value);

    /** Overwrites row i with row {@code indices[at + i]} of another matrix of as many columns, for every i. */
    default void copyRows(Memory from, int[] indices, int at) {
        int rows = rows();
        for (int column = 0; column < columns(); column++) {
            int begin = column * from.rows();
            for (int i = 0; i < rows; i++) {
                put(column * rows + i, from.get(begin + indices[at + i]));
            }
        }
    }

    /** Overwrites all rows with those of another matrix of as many columns, from its row {@code first} on. */
    void copyRows(Memory from, int first);

    /** Overwrites this {@code [columns, rows]} with the transpose of {@code [rows, columns]}. */
    default void copyTransposed(Memory from) {
        int index = 0;
        for (int column = 0; column < columns(); column++) {
            for (int row = 0; row < rows(); row++) {
                put(index++, from.get(column + row * from.rows()));
            }
        }
    }

    /**
     * {@code this <- keep this + scale op(a) op(b)}: {@code cblas_dgemm} or {@code cblas_sgemm}.
     *
     * @param a of this memory's type, as is {@code b}
     * @param keep where it is 0, what was there does not matter
     */
    void product(Memory a, Factor factorA, Memory b, Factor factorB, double scale, double keep);

    /** {@code this <- keep this + scale of^T 1}, the sum of each column: {@code cblas_dgemv} or {@code cblas_sgemv}. */
    void columnSums(Memory of, double scale, double keep);

    /**
     * This memory, with a transposed copy beside it: a product with the transpose of a tall matrix takes BLAS half as long
     * again as one with a matrix that lies transposed already.
     */
    Memory withTranspose();

    /** Brings the transposed copy up to date. */
    void renewTranspose();
}
