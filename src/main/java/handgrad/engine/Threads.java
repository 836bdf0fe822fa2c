package handgrad.engine;

import handgrad.engine.nd4j.NativeMemory;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The threads that ND4J's own loops and its BLAS may use. */
public final class Threads {
    private Threads() {}

    /**
     * Sets both counts. One thread is what this program computes with: on a machine with another busy process two of these threads
     * made a step up to ten times slower, and sums in one order give the same bits on every run. The hand engine shares a step among
     * threads of its own, each of which calls BLAS for itself. From then on several threads may also use ND4J at once, as its memory is
     * freed late.
     */
    public static void use(int count) {
        // The holder of native operations is empty until ND4J has chosen its backend.
        Nd4j.getBackend();
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(count);
        openblas.blas_set_num_threads(count);
        NativeMemory.freeLate();
    }

    /** Those that a step by hand may be shared among, unless somebody says otherwise. */
    public static int available() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** As many as BLAS may use now. */
    public static int ofBlas() {
        return openblas.blas_get_num_threads();
    }

    /**
     * For so many threads ND4J divides its sums, whoever computes the parts: another number rounds otherwise. It is fixed when ND4J is
     * loaded, by the environment variable {@code SD_MAX_THREADS}, which the launcher sets to 1, or else by the processors.
     */
    public static int ofSums() {
        return Nd4j.getEnvironment().maxThreads();
    }
}
