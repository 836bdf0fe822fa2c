package handgrad.input.userclass;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs somebody else's code so that it cannot keep this program from going on, or from ending. What it prints on standard
 * output goes to standard error, and where it ends the program, the program fails.
 */
final class TimeLimit {
    private TimeLimit() {}

    /**
     * Calls on a daemon thread. Code that takes no notice of an interruption goes on there until the program ends.
     *
     * @throws TimeoutException after the limit; its stack trace is where the code was
     * @throws ExecutionException with what the code threw, errors included, as the cause
     */
    static <T> T call(Callable<T> work, Duration limit) throws TimeoutException, ExecutionException {
        var task = new FutureTask<T>(work);
        var thread = new Thread(Ending.GROUP, task, "user-class");
        thread.setDaemon(true);
        OwnOutput.guard();
        Ending.watch();
        try {
            thread.start();
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            e.setStackTrace(thread.getStackTrace());
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutionException(e);
        } finally {
            thread.interrupt();
        }
    }
}
