package handgrad.engine;

import handgrad.network.Network;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The threads that ND4J's own loops and its BLAS may use. */
public final class Threads {
    /** Multiplications of one matrix product from which on a second thread costs little even where it gets no processor. */
    private static final double MANY = 1e8;

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

    /**
     * Sets the counts for training a network on batches of n: one thread for ND4J's loops, and as many as there are
     * processors for products so large that waiting for a thread that another process holds up is the lesser loss.
     */
    public static void useFor(Network network, int n) {
        use(1);
        if (largestProduct(network, n) >= MANY) {
            openblas.blas_set_num_threads(Runtime.getRuntime().availableProcessors());
        }
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

    /** The largest parameter times n: as many multiplications as a product with a matrix of that size. */
    private static double largestProduct(Network network, int n) {
        return network.blocks().stream()
                .mapToDouble(block -> (double) n * block.size())
                .max()
                .orElseThrow();
    }
}
