package handgrad.network.array;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_dgemv;

import java.nio.DoubleBuffer;
import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Double precision. */
final class DoubleMemory implements Memory {
    /** ND4J releases the memory when the array is no longer reachable. */
    private final INDArray owner;

    private final int rows;
    private final int columns;
    private final DoublePointer pointer;
    private final DoubleBuffer buffer;
    private final Optional<DoubleMemory> transpose;

    /** As many ones as there are rows, once they are needed. */
    private DoublePointer ones;

    DoubleMemory(INDArray array) {
        this(array, Optional.empty());
    }

    private DoubleMemory(INDArray array, Optional<DoubleMemory> transpose) {
        this.owner = array;
        this.rows = Math.toIntExact(array.size(0));
        this.columns = Math.toIntExact(array.length() / rows);
        var base = new DoublePointer(array.data().pointer());
        this.pointer = base.position(base.position() + array.offset());
        this.buffer =
                new DoublePointer(pointer).limit(pointer.position() + size()).asBuffer();
        this.transpose = transpose;
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
        buffer.get(from, into, at, count);
    }

    @Override
    public void store(int from, double[] values, int at, int count) {
        buffer.put(from, values, at, count);
    }

    @Override
    public double get(int index) {
        return buffer.get(index);
    }

    @Override
    public void put(int index, double value) {
        buffer.put(index, value);
    }

    @Override
    public void copyRows(Memory from, int first) {
        for (int column = 0; column < columns; column++) {
            buffer.put(column * rows, ((DoubleMemory) from).buffer, column * from.rows() + first, rows);
        }
    }

    @Override
    public void product(Memory a, Factor factorA, Memory b, Factor factorB, double scale, double keep) {
        var left = (DoubleMemory) a;
        var right = (DoubleMemory) b;
        boolean lies = factorA == Factor.TRANSPOSED && left.transpose.isPresent();
        if (lies) {
            left = left.transpose.get();
        }
        boolean transposeLeft = factorA == Factor.TRANSPOSED && !lies;
        // A single column is its own transpose, and beside another one BLAS takes that sooner.
        boolean column = transposeLeft && right.columns == 1;
        cblas_dgemm(
                CblasColMajor,
                transposeLeft ? CblasTrans : CblasNoTrans,
                factorB == Factor.TRANSPOSED || column ? CblasTrans : CblasNoTrans,
                rows,
                columns,
                transposeLeft ? left.rows : left.columns,
                scale,
                left.pointer,
                left.rows,
                right.pointer,
                column ? 1 : right.rows,
                keep,
                pointer,
                rows);
    }

    @Override
    public void columnSums(Memory of, double scale, double keep) {
        var summed = (DoubleMemory) of;
        cblas_dgemv(
                CblasColMajor,
                CblasTrans,
                summed.rows,
                summed.columns,
                scale,
                summed.pointer,
                summed.rows,
                summed.ones(),
                1,
                keep,
                pointer,
                1);
    }

    private DoublePointer ones() {
        if (ones == null) {
            ones = new DoublePointer(rows);
            for (int i = 0; i < rows; i++) {
                ones.put(i, 1);
            }
        }
        return ones;
    }

    @Override
    public Memory withTranspose() {
        return new DoubleMemory(
                owner, Optional.of(new DoubleMemory(owner.transpose().dup('f'))));
    }

    @Override
    public void renewTranspose() {
        transpose.ifPresent(copy -> copy.copyTransposed(this));
    }

    @Override
    public String toString() {
        return owner.toString();
    }
}
