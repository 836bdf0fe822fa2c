package handgrad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.loss.HalfSquaredError;
import java.util.List;
import org.bytedeco.openblas.global.openblas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.nativeblas.NativeOpsHolder;

/** How many threads a training gets. */
class ThreadsTest {
    @AfterEach
    void one() {
        Threads.use(1);
    }

    /** The digits' largest product has 1437 * 64 * 128 = 1.2e7 multiplications; 1024 * 1024 * 1024 are 1.1e9. */
    @ParameterizedTest
    @CsvSource({"2, 10, 4, false", "64, 128, 32, false", "64, 128, 1437, false", "1024, 1024, 1024, true"})
    void onlyLargeProductsGetMoreThanOne(int nIn, int hidden, int n, boolean large) {
        var network = Network.dense(
                nIn, List.of(hidden), 10, new Sigmoid(), new Sigmoid(), new HalfSquaredError(), Reduction.MEAN);
        Threads.useFor(network, n);
        int processors = Runtime.getRuntime().availableProcessors();
        assertThat(openblas.blas_get_num_threads()).isEqualTo(large ? processors : 1);
        assertThat(NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads())
                .as("ND4J's own loops")
                .isEqualTo(1);
    }
}
