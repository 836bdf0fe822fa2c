package handgrad.engine;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_daxpy;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_dgemv;
import static org.bytedeco.openblas.global.openblas.cblas_saxpy;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemv;

import handgrad.network.array.Stretches;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** What differs between memory of doubles and of floats: how numbers are read and written, and which BLAS takes them. */
sealed interface NativeNumbers {
    void load(int from, double[] into, int at, int count);

    void store(int from, double[] values, int at, int count);

    double get(int index);

    void put(int index, double value);

    /** {@code c <- keep c + scale op(a) op(b)}, with c of m rows and n columns, this one's own. */
    void gemm(
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
            double keep);

    /** {@code y <- keep y + scale a^T x}, with a of m rows and n columns, this one's own y. */
    void gemv(int m, int n, double scale, NativeNumbers a, NativeNumbers x, double keep);

    /** {@code y <- y + x}, with n numbers of each, this one's own y. */
    void axpy(int n, NativeNumbers x);

    /** As many ones, in memory of the same kind. */
    NativeNumbers ones(int count);

    /** Double precision. */
    record Doubles(DoublePointer pointer, DoubleBuffer buffer) implements NativeNumbers {
        static Doubles at(Pointer data, long offset, long size) {
            var base = new DoublePointer(data);
            return over(base.position(base.position() + offset), size);
        }

        private static Doubles over(DoublePointer pointer, long size) {
            return new Doubles(
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
            DoublePointer left = ((Doubles) a).pointer;
            DoublePointer right = ((Doubles) b).pointer;
            cblas_dgemm(
                    CblasColMajor, transposeA, transposeB, m, n, k, scale, left, rowsA, right, rowsB, keep, pointer, m);
        }

        @Override
        public void gemv(int m, int n, double scale, NativeNumbers a, NativeNumbers x, double keep) {
            DoublePointer matrix = ((Doubles) a).pointer;
            cblas_dgemv(CblasColMajor, CblasTrans, m, n, scale, matrix, m, ((Doubles) x).pointer, 1, keep, pointer, 1);
        }

        @Override
        public void axpy(int n, NativeNumbers x) {
            cblas_daxpy(n, 1, ((Doubles) x).pointer, 1, pointer, 1);
        }

        @Override
        public Doubles ones(int count) {
            var ones = new DoublePointer(count);
            for (int i = 0; i < count; i++) {
                ones.put(i, 1);
            }
            return over(ones, count);
        }
    }

    /** Single precision; loops compute on it in double precision and round once, when they store. */
    record Floats(FloatPointer pointer, FloatBuffer buffer, float[] stretch) implements NativeNumbers {
        static Floats at(Pointer data, long offset, long size) {
            var base = new FloatPointer(data);
            return over(base.position(base.position() + offset), size);
        }

        private static Floats over(FloatPointer pointer, long size) {
            return new Floats(
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
            FloatPointer left = ((Floats) a).pointer;
            FloatPointer right = ((Floats) b).pointer;
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
            FloatPointer matrix = ((Floats) a).pointer;
            FloatPointer vector = ((Floats) x).pointer;
            cblas_sgemv(CblasColMajor, CblasTrans, m, n, (float) scale, matrix, m, vector, 1, (float) keep, pointer, 1);
        }

        @Override
        public void axpy(int n, NativeNumbers x) {
            cblas_saxpy(n, 1, ((Floats) x).pointer, 1, pointer, 1);
        }

        @Override
        public Floats ones(int count) {
            var ones = new FloatPointer(count);
            for (int i = 0; i < count; i++) {
                ones.put(i, 1);
            }
            return over(ones, count);
        }
    }
}
