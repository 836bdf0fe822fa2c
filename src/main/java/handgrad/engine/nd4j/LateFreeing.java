package handgrad.engine.nd4j;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A thread that hands over references to what the garbage collector has found unreachable, each a given time or more, and less than
 * twice of it, after it was queued.
 *
 * @param <R> the kind of references in the queue
 */
final class LateFreeing<R extends Reference<?>> {
    private final Class<R> kind;
    private final ReferenceQueue<?> queue;
    private final Duration later;
    private final Consumer<R> free;

    LateFreeing(Class<R> kind, ReferenceQueue<?> queue, Duration later, Consumer<R> free) {
        this.kind = kind;
        this.queue = queue;
        this.later = later;
        this.free = free;
    }

    /** Starts the thread, which ends with the program, or when it is interrupted. */
    Thread start() {
        var thread = new Thread(this::freeForEver, "handgrad-native-memory");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void freeForEver() {
        try {
            while (true) {
                List<R> unreachable = queued();
                Thread.sleep(later.toMillis());
                unreachable.forEach(free);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<R> queued() {
        var found = new ArrayList<R>();
        for (Reference<?> next = queue.poll(); next != null; next = queue.poll()) {
            found.add(kind.cast(next));
        }
        return found;
    }
}
