package handgrad.engine;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.nd4j.linalg.api.memory.Deallocatable;
import org.nd4j.linalg.api.memory.Deallocator;
import org.nd4j.linalg.api.memory.deallocation.DeallocatorService;

/**
 * Frees ND4J's native memory a while after its owners have become unreachable; ND4J's own service frees it at once, and draws a
 * secure random number for each of some 150 arrays of a step.
 */
final class LateDeallocator extends DeallocatorService {
    private final ReferenceQueue<Deallocatable> unreachable = new ReferenceQueue<>();

    /** A reference that is not held itself is never queued. */
    private final Set<Memory> held = ConcurrentHashMap.newKeySet();

    /** What is to be freed; it does not lead to its owner. */
    private static final class Memory extends WeakReference<Deallocatable> {
        private final Deallocator deallocator;

        Memory(Deallocatable owner, ReferenceQueue<Deallocatable> queue) {
            super(owner, queue);
            deallocator = owner.deallocator();
        }
    }

    /** @param later at least so long after the garbage collector has found an owner unreachable */
    LateDeallocator(Duration later) {
        new LateFreeing<>(Memory.class, unreachable, later, this::free).start();
    }

    @Override
    public void pickObject(Deallocatable owner) {
        held.add(new Memory(owner, unreachable));
    }

    private void free(Memory memory) {
        memory.deallocator.deallocate();
        held.remove(memory);
    }
}
