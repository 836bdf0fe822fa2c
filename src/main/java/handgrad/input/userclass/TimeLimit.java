package handgrad.input.userclass;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs somebody else's code so that it cannot keep this program from going on, or from ending. What it prints on standard
 * output goes to standard error, and where it ends the program, the program fails.
 */
final class TimeLimit {
    /** As many as are called at once; they end a second after their last call. A training calls one at each step. */
    private static final ExecutorService THREADS =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                var thread = new Thread(Ending.GROUP, work, "user-class");
                thread.setDaemon(true);
                return thread;
            });

    private TimeLimit() {}

    /** A call that knows which thread it is made on. */
    private static final class Call<T> extends FutureTask<T> {
        private volatile Thread thread;

        Call(Callable<T> work) {
            super(work);
        }

        @Override
        public void run() {
            thread = Thread.currentThread();
            super.run();
        }

        /** Where it is. */
        StackTraceElement[] stackTrace() {
            return thread == null ? new StackTraceElement[0] : thread.getStackTrace();
        }
    }

    /**
     * Calls on a daemon thread. Code that takes no notice of an interruption goes on there until the program ends.
     *
     * @throws TimeoutException after the limit; its stack trace is where the code was
     * @throws ExecutionException with what the code threw, errors included, as the cause
     */
    static <T> T call(Callable<T> work, Duration limit) throws TimeoutException, ExecutionException {
        var call = new Call<T>(work);
        OwnOutput.guard();
        Ending.watch();
        try {
            THREADS.execute(call);
            return call.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            e.setStackTrace(call.stackTrace());
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutionException(e);
        } finally {
            call.cancel(true);
        }
    }
}
