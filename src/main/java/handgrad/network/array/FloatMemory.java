package handgrad.network.array;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemv;

import java.nio.FloatBuffer;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Single precision; loops compute on it in double precision and round once, when they store. */
final class FloatMemory implements Memory {
    /** ND4J releases the memory when the array is no longer reachable. */
    private final INDArray owner;

    private final int rows;
    private final int columns;
    private final FloatPointer pointer;
    private final FloatBuffer buffer;
    private final Optional<FloatMemory> transpose;
    private final float[] stretch;

    /** As many ones as there are rows, once they are needed. */
    private FloatPointer ones;

    FloatMemory(INDArray array) {
        this(array, Optional.empty());
    }

    private FloatMemory(INDArray array, Optional<FloatMemory> transpose) {
        this.owner = array;
        this.rows = Math.toIntExact(array.size(0));
        this.columns = Math.toIntExact(array.length() / rows);
        var base = new FloatPointer(array.data().pointer());
        this.pointer = base.position(base.position() + array.offset());
        this.buffer =
                new FloatPointer(pointer).limit(pointer.position() + size()).asBuffer();
        this.transpose = transpose;
        this.stretch = new float[Math.min(size(), STRETCH)];
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
        for (int done = 0; done < count; done += stretch.length) {
            int part = Math.min(count - done, stretch.length);
            buffer.get(from + done, stretch, 0, part);
            for (int i = 0; i < part; i++) {
                into[at + done + i] = stretch[i];
            }
        }
    }

    @Override
    public void store(int from, double[] values, int at, int count) {
        for (int done = 0; done < count; done += stretch.length) {
            int part = Math.min(count - done, stretch.length);
            for (int i = 0; i < part; i++) {
                stretch[i] = (float) values[at + done + i];
            }
            buffer.put(from + done, stretch, 0, part);
        }
    }

    @Override
    public double get(int index) {
        return buffer.get(index);
    }

    @Override
    public void put(int index, double value) {
        buffer.put(index, (float) value);
    }

    @Override
    public void copyRows(Memory from, int first) {
        for (int column = 0; column < columns; column++) {
            buffer.put(column * rows, ((FloatMemory) from).buffer, column * from.rows() + first, rows);
        }
    }

    @Override
    public void product(Memory a, Factor factorA, Memory b, Factor factorB, double scale, double keep) {
        var left = (FloatMemory) a;
        var right = (FloatMemory) b;
        boolean lies = factorA == Factor.TRANSPOSED && left.transpose.isPresent();
        if (lies) {
            left = left.transpose.get();
        }
        boolean transposeLeft = factorA == Factor.TRANSPOSED && !lies;
        // A single column is its own transpose, and beside another one BLAS takes that sooner.
        boolean column = transposeLeft && right.columns == 1;
        cblas_sgemm(
                CblasColMajor,
                transposeLeft ? CblasTrans : CblasNoTrans,
                factorB == Factor.TRANSPOSED || column ? CblasTrans : CblasNoTrans,
                rows,
                columns,
                transposeLeft ? left.rows : left.columns,
                (float) scale,
                left.pointer,
                left.rows,
                right.pointer,
                column ? 1 : right.rows,
                (float) keep,
                pointer,
                rows);
    }

    @Override
    public void columnSums(Memory of, double scale, double keep) {
        var summed = (FloatMemory) of;
        cblas_sgemv(
                CblasColMajor,
                CblasTrans,
                summed.rows,
                summed.columns,
                (float) scale,
                summed.pointer,
                summed.rows,
                summed.ones(),
                1,
                (float) keep,
                pointer,
                1);
    }

    private FloatPointer ones() {
        if (ones == null) {
            ones = new FloatPointer(rows);
            for (int i = 0; i < rows; i++) {
                ones.put(i, 1);
            }
        }
        return ones;
    }

    @Override
    public Memory withTranspose() {
        return new FloatMemory(
                owner, Optional.of(new FloatMemory(owner.transpose().dup('f'))));
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
