package handgrad.engine.nd4j;

import java.lang.reflect.Field;
import java.time.Duration;
import org.nd4j.linalg.api.memory.deallocation.DeallocatorService;
import org.nd4j.linalg.factory.Nd4j;

/**
 * When ND4J's native memory is freed. ND4J 1.0.0-M2.1 frees the memory of an array as soon as the garbage collector has found the
 * array unreachable, and some temporaries of a native call are that before the call has ended. When another thread causes a collection
 * just then, the call reads freed memory and the process crashes. Here memory is freed a while after, when calls of that time have
 * long ended; so DL4J can run in several threads, and beside threads that allocate.
 */
public final class NativeMemory {
    /** Far longer than a single native call takes on networks that are verified or trained here: milliseconds. */
    private static final Duration LATER = Duration.ofMillis(500);

    /** Put in place once, when it is first asked for. */
    private static final class Once {
        private static final LateDeallocator SERVICE = inPlace(new LateDeallocator(LATER));
    }

    private NativeMemory() {}

    /** From now on. Calling it again changes nothing. */
    public static DeallocatorService freeLate() {
        return Once.SERVICE;
    }

    /** ND4J makes its service when the first array asks for it, and offers no way to name another. */
    private static LateDeallocator inPlace(LateDeallocator service) {
        try {
            Field field = Nd4j.class.getDeclaredField("deallocatorService");
            field.setAccessible(true);
            field.set(null, service);
            return service;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("ND4J frees its memory in another way than its version 1.0.0-M2.1", e);
        }
    }
}
