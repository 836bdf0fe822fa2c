package handgrad.engine;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_daxpy;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_dgemv;

import java.nio.DoubleBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;

/** Double precision. */
record NativeDoubles(DoublePointer pointer, DoubleBuffer buffer) implements NativeNumbers {
    static NativeDoubles at(Pointer data, long offset, long size) {
        var base = new DoublePointer(data);
        return over(base.position(base.position() + offset), size);
    }

    private static NativeDoubles over(DoublePointer pointer, long size) {
        return new NativeDoubles(
                pointer,
                new DoublePointer(pointer).limit(pointer.position() + size).asBuffer());
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
    public void gemm(
            int transposeA,
            int transposeB,
            int m,
            int n,
            int k,
            double scale,
            NativeNumbers a,
            int rowsA,
            NativeNumbers b,
            int rowsB,
            double keep) {
        DoublePointer left = ((NativeDoubles) a).pointer;
        DoublePointer right = ((NativeDoubles) b).pointer;
        cblas_dgemm(CblasColMajor, transposeA, transposeB, m, n, k, scale, left, rowsA, right, rowsB, keep, pointer, m);
    }

    @Override
    public void gemv(int m, int n, double scale, NativeNumbers a, NativeNumbers x, double keep) {
        DoublePointer matrix = ((NativeDoubles) a).pointer;
        cblas_dgemv(
                CblasColMajor, CblasTrans, m, n, scale, matrix, m, ((NativeDoubles) x).pointer, 1, keep, pointer, 1);
    }

    @Override
    public void axpy(int n, NativeNumbers x) {
        cblas_daxpy(n, 1, ((NativeDoubles) x).pointer, 1, pointer, 1);
    }

    @Override
    public NativeDoubles ones(int count) {
        var ones = new DoublePointer(count);
        for (int i = 0; i < count; i++) {
            ones.put(i, 1);
        }
        return over(ones, count);
    }
}
