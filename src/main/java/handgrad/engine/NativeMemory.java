package handgrad.engine;

import java.lang.ref.ReferenceQueue;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.memory.deallocation.DeallocatableReference;
import org.nd4j.linalg.api.memory.deallocation.DeallocatorService;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Frees ND4J's native memory late. ND4J 1.0.0-M2.1 frees the memory of an array as soon as the garbage collector has found it
 * unreachable, and some temporaries of a native call are that before the call has ended. When another thread causes a collection just
 * then, the call reads freed memory and the process crashes. Here memory is freed a while after, when no call of that time runs any
 * more; so DL4J can run in several threads, and beside threads that allocate.
 */
final class NativeMemory {
    /** Longer than any single native call takes on networks that are verified or trained here. */
    private static final Duration LATER = Duration.ofSeconds(1);

    /** Started once, when it is first asked for. */
    private static final class Once {
        private static final Thread FREEING = start();
    }

    private NativeMemory() {}

    /** From now on. Calling it again changes nothing. */
    static void freeLate() {
        Objects.requireNonNull(Once.FREEING);
    }

    @SuppressWarnings("unchecked")
    private static Thread start() {
        DeallocatorService service = Nd4j.getDeallocatorService();
        // They end when they are interrupted.
        for (Thread impatient : (Thread[]) field(service, "deallocatorThreads")) {
            impatient.interrupt();
        }
        var known = (Map<String, DeallocatableReference>) field(service, "referenceMap");
        var queues = List.of((ReferenceQueue<Object>[]) field(service, "queues"));
        return new LateFreeing<>(DeallocatableReference.class, queues, LATER, unreachable -> {
                    unreachable.getDeallocator().deallocate();
                    known.remove(unreachable.getId());
                })
                .start();
    }

    /** ND4J offers no other way to the queue of what it is about to free. */
    private static Object field(DeallocatorService service, String name) {
        try {
            Field field = DeallocatorService.class.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(service);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("ND4J frees its memory in another way than its version 1.0.0-M2.1", e);
        }
    }
}
