package handgrad.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Threads;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.memory.Deallocatable;
import org.nd4j.linalg.api.memory.Deallocator;
import org.nd4j.linalg.factory.Nd4j;

class NativeMemoryTest {
    /** Those of ND4J's own service would free what a native call still reads. */
    @Test
    void nd4jsArraysAreFreedLate() {
        Threads.use(1);
        assertThat(Nd4j.getDeallocatorService()).isSameAs(NativeMemory.freeLate());
    }

    private record Owner(Deallocator deallocator) implements Deallocatable {
        @Override
        public String getUniqueId() {
            return "owner";
        }

        @Override
        public int targetDevice() {
            return 0;
        }
    }

    @Test
    void memoryIsFreedWhenItsOwnerIsUnreachableAndNotBefore() throws InterruptedException {
        var service = new LateDeallocator(Duration.ofMillis(100));
        var kept = new CountDownLatch(1);
        var dropped = new CountDownLatch(1);
        Owner owner = new Owner(kept::countDown);
        service.pickObject(owner);
        service.pickObject(new Owner(dropped::countDown));

        for (int i = 0; i < 50 && dropped.getCount() > 0; i++) {
            System.gc();
            dropped.await(100, TimeUnit.MILLISECONDS);
        }
        assertThat(dropped.getCount()).isZero();
        assertThat(kept.await(300, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(owner.getUniqueId()).isEqualTo("owner");
    }
}
