package handgrad.train.bench;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One matrix product by BLAS, {@code result = left right} with either factor transposed; all three in column order. */
final class Product {
    // The arrays own the memory that the call works on.
    private final Factor left;
    private final Factor right;
    private final INDArray result;
    private final Runnable call;

    /** A matrix, or its transpose. */
    record Factor(INDArray array, boolean transposed) {
        static Factor of(INDArray array) {
            return new Factor(array, false);
        }

        static Factor transposed(INDArray array) {
            return new Factor(array, true);
        }

        private int word() {
            return transposed ? CblasTrans : CblasNoTrans;
        }

        /** Rows in memory: a column of this length follows the other. */
        private int stride() {
            return array.rows();
        }

        private int columns() {
            return transposed ? array.rows() : array.columns();
        }

        /** As it takes part. */
        INDArray matrix() {
            return transposed ? array.transpose() : array;
        }
    }

    Product(Factor left, Factor right, INDArray result) {
        this.left = left;
        this.right = right;
        this.result = result;
        this.call = call(left, right, result);
    }

    private static Runnable call(Factor left, Factor right, INDArray result) {
        int m = result.rows();
        int n = result.columns();
        int k = left.columns();
        int tl = left.word();
        int tr = right.word();
        int lda = left.stride();
        int ldb = right.stride();
        Pointer a = address(left.array());
        Pointer b = address(right.array());
        Pointer c = address(result);
        return switch (result.dataType()) {
            case DOUBLE -> {
                var da = new DoublePointer(a);
                var db = new DoublePointer(b);
                var dc = new DoublePointer(c);
                yield () -> openblas.cblas_dgemm(CblasColMajor, tl, tr, m, n, k, 1, da, lda, db, ldb, 0, dc, m);
            }
            case FLOAT -> {
                var fa = new FloatPointer(a);
                var fb = new FloatPointer(b);
                var fc = new FloatPointer(c);
                yield () -> openblas.cblas_sgemm(CblasColMajor, tl, tr, m, n, k, 1, fa, lda, fb, ldb, 0, fc, m);
            }
            default -> throw new IllegalArgumentException(result.dataType() + ": expected double or float");
        };
    }

    private static Pointer address(INDArray array) {
        return array.data().addressPointer();
    }

    void multiply() {
        call.run();
    }

    Factor left() {
        return left;
    }

    Factor right() {
        return right;
    }

    INDArray result() {
        return result;
    }
}
