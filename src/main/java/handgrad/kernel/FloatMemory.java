package handgrad.kernel;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_saxpy;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemv;

import java.nio.FloatBuffer;
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
    private FloatPointer ones;
    private final float[] stretch;

    FloatMemory(INDArray array) {
        this.owner = array;
        this.rows = Math.toIntExact(array.size(0));
        this.columns = Math.toIntExact(array.length() / rows);
        var base = new FloatPointer(array.data().pointer());
        this.pointer = base.position(base.position() + array.offset());
        this.buffer =
                new FloatPointer(pointer).limit(pointer.position() + size()).asBuffer();
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
    public void product(Memory a, Form formOfA, Memory b, Form formOfB) {
        int inner = formOfA == Form.TRANSPOSED ? a.rows() : a.columns();
        cblas_sgemm(
                CblasColMajor,
                formOfA == Form.TRANSPOSED ? CblasTrans : CblasNoTrans,
                formOfB == Form.TRANSPOSED ? CblasTrans : CblasNoTrans,
                rows,
                columns,
                inner,
                1,
                ((FloatMemory) a).pointer,
                a.rows(),
                ((FloatMemory) b).pointer,
                b.rows(),
                0,
                pointer,
                rows);
    }

    @Override
    public void columnSums(Memory of) {
        var summed = (FloatMemory) of;
        cblas_sgemv(
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
    public void add(double factor, Memory x) {
        cblas_saxpy(size(), (float) factor, ((FloatMemory) x).pointer, 1, pointer, 1);
    }

    @Override
    public String toString() {
        return owner.toString();
    }
}
