package handgrad.engine.hand;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that take tasks from one heap: the caller's own, and others that wait in between. Whoever is free takes the next task, so
 * that a thread that gets no processor holds nobody up who has not waited for it to begin. Threads are started when they are first
 * needed, and end when nothing has been there to do for a while: nobody has to close anything. A round allocates nothing.
 */
final class Crew {
    /** A thread looks for the next round so long before it goes to sleep: about the time between two steps. */
    private static final long SPIN_NANOS = 50_000;

    private static final long IDLE_NANOS = 1_000_000_000;

    private final int size;
    /** Which of the others have a thread; guarded by this, as are the next four. */
    private final boolean[] alive;

    private Tasks tasks;
    private int count;
    private boolean open;
    private Throwable failure;

    private final AtomicInteger next = new AtomicInteger();
    /** The number of the round, and how many of the others are at work on it; written under the lock. */
    private volatile int round;

    private volatile int busy;

    /** What is there to do. */
    @FunctionalInterface
    interface Tasks {
        /**
         * Does one.
         *
         * @param lane the thread's number, from 0: no two do something at once under the same
         */
        void run(int task, int lane);
    }

    /** @param size threads, the caller's among them, at least 1 */
    Crew(int size) {
        this.size = size;
        this.alive = new boolean[size];
    }

    int size() {
        return size;
    }

    /** Does the tasks from 0 to before {@code count}, in any order. What one of them throws is thrown here, once all have ended. */
    void run(Tasks all, int many) {
        if (size == 1 || many == 1) {
            for (int task = 0; task < many; task++) {
                all.run(task, 0);
            }
            return;
        }
        begin(all, many);
        work(all, many, 0);
        end();
    }

    private synchronized void begin(Tasks all, int many) {
        tasks = all;
        count = many;
        failure = null;
        next.set(0);
        open = true;
        round++;
        for (int lane = 1; lane < Math.min(size, many); lane++) {
            if (!alive[lane]) {
                alive[lane] = true;
                start(lane, round - 1);
            }
        }
        notifyAll();
    }

    private void start(int lane, int seen) {
        var thread = new Thread(() -> live(lane, seen), "handgrad-step-" + lane);
        thread.setDaemon(true);
        thread.start();
    }

    private void work(Tasks all, int many, int lane) {
        try {
            for (int task = next.getAndIncrement(); task < many; task = next.getAndIncrement()) {
                all.run(task, lane);
            }
        } catch (Throwable thrown) {
            fail(thrown);
        }
    }

    private synchronized void fail(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        }
    }

    /** Waits for those who have begun; nobody joins any more. */
    private void end() {
        synchronized (this) {
            open = false;
        }
        long begin = System.nanoTime();
        while (busy > 0 && System.nanoTime() - begin < SPIN_NANOS) {
            Thread.onSpinWait();
        }
        boolean interrupted = false;
        synchronized (this) {
            while (busy > 0) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            tasks = null;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** One of the others, until there has been nothing to do for a while. */
    private void live(int lane, int before) {
        int seen = before;
        while (join(lane, seen)) {
            seen = round;
            work(tasks, count, lane);
            leave();
        }
    }

    /** Waits for a round after the one seen last that is still open; false where there was none for too long. */
    private boolean join(int lane, int seen) {
        long begin = System.nanoTime();
        while (round == seen && System.nanoTime() - begin < SPIN_NANOS) {
            Thread.onSpinWait();
        }
        synchronized (this) {
            while (round == seen || !open) {
                long left = IDLE_NANOS - (System.nanoTime() - begin);
                if (left <= 0) {
                    alive[lane] = false;
                    return false;
                }
                try {
                    wait(1 + left / 1_000_000);
                } catch (InterruptedException e) {
                    // Nobody else knows this thread.
                    alive[lane] = false;
                    return false;
                }
            }
            busy++;
            return true;
        }
    }

    private synchronized void leave() {
        busy--;
        notifyAll();
    }
}
