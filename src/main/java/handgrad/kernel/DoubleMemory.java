package handgrad.kernel;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_daxpy;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_dgemv;

import java.nio.DoubleBuffer;
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
    private DoublePointer ones;

    DoubleMemory(INDArray array) {
        this.owner = array;
        this.rows = Math.toIntExact(array.size(0));
        this.columns = Math.toIntExact(array.length() / rows);
        var base = new DoublePointer(array.data().pointer());
        this.pointer = base.position(base.position() + array.offset());
        this.buffer =
                new DoublePointer(pointer).limit(pointer.position() + size()).asBuffer();
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
    public void product(Memory a, Form formOfA, Memory b, Form formOfB) {
        int inner = formOfA == Form.TRANSPOSED ? a.rows() : a.columns();
        cblas_dgemm(
                CblasColMajor,
                formOfA == Form.TRANSPOSED ? CblasTrans : CblasNoTrans,
                formOfB == Form.TRANSPOSED ? CblasTrans : CblasNoTrans,
                rows,
                columns,
                inner,
                1,
                ((DoubleMemory) a).pointer,
                a.rows(),
                ((DoubleMemory) b).pointer,
                b.rows(),
                0,
                pointer,
                rows);
    }

    @Override
    public void columnSums(Memory of) {
        var summed = (DoubleMemory) of;
        cblas_dgemv(
                CblasColMajor,
                CblasTrans,
                of.rows(),
                of.columns(),
                1,
                summed.pointer,
                of.rows(),
                summed.ones(),
                1,
                0,
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
    public void add(double factor, Memory x) {
        cblas_daxpy(size(), factor, ((DoubleMemory) x).pointer, 1, pointer, 1);
    }

    @Override
    public String toString() {
        return owner.toString();
    }
}
