package handgrad.engine.nd4j;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.nd4j.linalg.api.memory.Deallocatable;
import org.nd4j.linalg.api.memory.Deallocator;
import org.nd4j.linalg.api.memory.deallocation.DeallocatorService;

/**
 * Frees ND4J's native memory a while after its owners have become unreachable; ND4J's own service frees it at once, and draws a
 * secure random number for each of some 100 arrays of a step. Contexts that free themselves ({@link ClosingContext}) are left to it.
 */
final class LateDeallocator extends DeallocatorService {
    private final ReferenceQueue<Deallocatable> unreachable = new ReferenceQueue<>();

    /** A ring of all whose memory is not freed: a reference that is not held itself is never queued. */
    private final Memory held = new Memory();

    /** What is to be freed; it does not lead to its owner. */
    private static final class Memory extends WeakReference<Deallocatable> {
        private final Deallocator deallocator;
        private Memory before = this;
        private Memory after = this;

        /** The ring's beginning, without memory. */
        Memory() {
            super(null);
            deallocator = () -> {};
        }

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
        if (!(owner instanceof ClosingContext)) {
            hold(new Memory(owner, unreachable));
        }
    }

    private void free(Memory memory) {
        memory.deallocator.deallocate();
        release(memory);
    }

    private void hold(Memory memory) {
        synchronized (held) {
            memory.before = held;
            memory.after = held.after;
            held.after.before = memory;
            held.after = memory;
        }
    }

    private void release(Memory memory) {
        synchronized (held) {
            memory.before.after = memory.after;
            memory.after.before = memory.before;
        }
    }
}
