package handgrad.engine.nd4j;

import java.util.concurrent.atomic.AtomicBoolean;
import org.nd4j.linalg.api.memory.Deallocator;
import org.nd4j.linalg.cpu.nativecpu.ops.CpuOpContext;

/**
 * What an operation is called with. ND4J closes it after the call; its own context does nothing then, this one frees its memory. Whoever
 * finds it unreachable later has nothing left to free.
 */
final class ClosingContext extends CpuOpContext {
    /** Asked for by the constructor above, so it has no value of its own to begin with. */
    private Deallocator once;

    /** Frees once, whichever thread asks first. */
    private record Once(Deallocator memory, AtomicBoolean freed) implements Deallocator {
        @Override
        public void deallocate() {
            if (freed.compareAndSet(false, true)) {
                memory.deallocate();
            }
        }
    }

    @Override
    public Deallocator deallocator() {
        if (once == null) {
            once = new Once(super.deallocator(), new AtomicBoolean());
        }
        return once;
    }

    @Override
    public void close() {
        deallocator().deallocate();
    }
}
