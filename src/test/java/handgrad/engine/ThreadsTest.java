package handgrad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.nativeblas.NativeOpsHolder;

/** How many threads ND4J and BLAS get. */
class ThreadsTest {
    @AfterEach
    void one() {
        Threads.use(1);
    }

    @Test
    void setsBothCounts() {
        for (int count : new int[] {2, 1}) {
            Threads.use(count);
            assertThat(Threads.ofBlas()).isEqualTo(Math.min(count, Threads.available()));
            assertThat(NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads())
                    .as("ND4J's own loops")
                    .isEqualTo(count);
        }
    }
}
