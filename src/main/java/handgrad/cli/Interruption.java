package handgrad.cli;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: asks a run that trains to end, and holds the program up until its reports are complete. While nothing trains the
 * program ends at once, and leaves nothing.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    /** Held while a run trains and is reported, and by the hook from when the program ends. */
    private final Semaphore training = new Semaphore(1);

    private final Thread hook = new Thread(this::interrupt, "handgrad-interruption");
    private volatile boolean requested;
    private boolean held;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** From here on the program waits for {@link #finished}, however many runs begin until then. */
    synchronized void started() {
        if (!held) {
            training.acquireUninterruptibly();
            held = true;
        }
    }

    /** The reports are complete, or will never be; nothing happens if training has not started. */
    synchronized void finished() {
        if (held) {
            held = false;
            training.release();
        }
    }

    boolean requested() {
        return requested;
    }

    private void interrupt() {
        requested = true;
        try {
            if (!training.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("handgrad: the reports were not finished in time; none was left half-written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finished();
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The program has just begun to end: the hook finds nothing training.
                return;
            }
        }
    }
}
