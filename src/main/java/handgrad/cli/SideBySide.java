package handgrad.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Pieces of work on several threads at once, begun in the order in which they are given. */
final class SideBySide implements AutoCloseable {
    private static final long POLLED_MILLIS = 100;

    private final ExecutorService threads;
    private volatile boolean closed;

    /** @param count of threads, at least 1 */
    SideBySide(int count) {
        threads = Executors.newFixedThreadPool(count, work -> {
            var thread = new Thread(work, "handgrad-side-by-side");
            thread.setDaemon(true);
            return thread;
        });
    }

    <T> Future<T> begin(Callable<T> work) {
        return threads.submit(work);
    }

    static <T> T result(Future<T> work) {
        return result(work, () -> {});
    }

    /**
     * Waits for what comes of a piece of work.
     *
     * @param meanwhile called about ten times a second
     * @throws RuntimeException if the work has thrown one, or an {@link Error}: the same
     * @throws CancellationException if the waiting thread is interrupted
     */
    static <T> T result(Future<T> work, Runnable meanwhile) {
        while (true) {
            try {
                return work.get(POLLED_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                meanwhile.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            }
        }
    }

    /** Whether nobody waits for what still goes on. */
    boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
    }
}
