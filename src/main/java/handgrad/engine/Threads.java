package handgrad.engine;

import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The threads that ND4J's own loops and its BLAS may use. */
public final class Threads {
    private Threads() {}

    /**
     * Sets both counts. One thread is the default of this program: on a machine with another busy process two threads
     * made a step up to ten times slower, and sums in one order give the same bits on every run.
     */
    public static void use(int count) {
        // The holder of native operations is empty until ND4J has chosen its backend.
        Nd4j.getBackend();
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(count);
        openblas.blas_set_num_threads(count);
    }
}
