package handgrad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NativeMemoryTest {
    /** They would free what a native call still reads. */
    @Test
    void nd4jsOwnThreadsThatFreeAtOnceHaveEnded() throws InterruptedException {
        Threads.use(1);

        for (Thread impatient : named("DeallocatorServiceThread")) {
            impatient.join(10_000);
        }
        assertThat(named("DeallocatorServiceThread")).isEmpty();
        assertThat(named("handgrad-native-memory")).hasSize(1);
    }

    private static List<Thread> named(String start) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(start))
                .toList();
    }
}
