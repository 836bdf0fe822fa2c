package handgrad.engine;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_saxpy;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemv;

import handgrad.network.array.Stretches;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** Single precision; loops compute on it in double precision and round once, when they store. */
record NativeFloats(FloatPointer pointer, FloatBuffer buffer, float[] stretch) implements NativeNumbers {
    static NativeFloats at(Pointer data, long offset, long size) {
        var base = new FloatPointer(data);
        return over(base.position(base.position() + offset), size);
    }

    private static NativeFloats over(FloatPointer pointer, long size) {
        return new NativeFloats(
                pointer,
                new FloatPointer(pointer).limit(pointer.position() + size).asBuffer(),
                new float[Math.toIntExact(Math.min(size, Stretches.LONGEST))]);
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
        FloatPointer left = ((NativeFloats) a).pointer;
        FloatPointer right = ((NativeFloats) b).pointer;
        cblas_sgemm(
                CblasColMajor,
                transposeA,
                transposeB,
                m,
                n,
                k,
                (float) scale,
                left,
                rowsA,
                right,
                rowsB,
                (float) keep,
                pointer,
                m);
    }

    @Override
    public void gemv(int m, int n, double scale, NativeNumbers a, NativeNumbers x, double keep) {
        FloatPointer matrix = ((NativeFloats) a).pointer;
        FloatPointer vector = ((NativeFloats) x).pointer;
        cblas_sgemv(CblasColMajor, CblasTrans, m, n, (float) scale, matrix, m, vector, 1, (float) keep, pointer, 1);
    }

    @Override
    public void axpy(int n, NativeNumbers x) {
        cblas_saxpy(n, 1, ((NativeFloats) x).pointer, 1, pointer, 1);
    }

    @Override
    public NativeFloats ones(int count) {
        var ones = new FloatPointer(count);
        for (int i = 0; i < count; i++) {
            ones.put(i, 1);
        }
        return over(ones, count);
    }
}
