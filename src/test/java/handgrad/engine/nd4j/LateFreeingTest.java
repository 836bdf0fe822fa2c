package handgrad.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the collector has found unreachable is freed once, and not before its time. */
class LateFreeingTest {
    private static final Duration LATER = Duration.ofMillis(120);

    private static final class Memory extends WeakReference<Object> {
        Memory(ReferenceQueue<Object> queue) {
            super(new Object(), queue);
        }
    }

    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    private final BlockingQueue<Memory> freed = new LinkedBlockingQueue<>();
    private final Thread freeing = new LateFreeing<>(Memory.class, queue, LATER, freed::add).start();

    @AfterEach
    void end() {
        freeing.interrupt();
    }

    @Test
    void eachIsFreedOnceAndLate() throws InterruptedException {
        List<Memory> unreachable = List.of(new Memory(queue), new Memory(queue), new Memory(queue));
        long queued = System.nanoTime();
        unreachable.forEach(WeakReference::enqueue);

        for (int i = 0; i < unreachable.size(); i++) {
            assertThat(unreachable).contains(freed.poll(10, TimeUnit.SECONDS));
        }
        assertThat(System.nanoTime() - queued).isGreaterThanOrEqualTo(LATER.toNanos());
        assertThat(freed.poll(3 * LATER.toMillis(), TimeUnit.MILLISECONDS)).isNull();
    }
}
