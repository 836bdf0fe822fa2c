package handgrad.sweep;

import handgrad.engine.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes the runs on this machine: one worker a core, each on one thread. Which worker makes which run changes nothing. */
public final class Workers {
    private final Sweep sweep;
    private final Journal journal;
    private final Watch watch;
    private final AtomicBoolean failed = new AtomicBoolean();

    private Workers(Sweep sweep, Journal journal, Watch watch) {
        this.sweep = sweep;
        this.journal = journal;
        this.watch = watch;
    }

    /** Makes all runs that are not done, or those until it is told to stop. */
    public static void run(Sweep sweep, Journal journal, int count, Watch watch) {
        new Workers(sweep, journal, watch).run(count);
    }

    private void run(int count) {
        Threads.use(1);
        ExecutorService pool = Executors.newFixedThreadPool(count);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(pool.submit(this::work));
            }
            for (Future<?> worker : all) {
                worker.get();
            }
        } catch (InterruptedException e) {
            failed.set(true);
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdown();
        }
    }

    private void work() {
        var trainer = new Trainer(sweep);
        boolean well = false;
        try {
            for (long run = journal.take(); run < sweep.size() && !stopped(); run = journal.take()) {
                trainer.run(run, this::stopped).ifPresent(this::finished);
            }
            well = true;
        } finally {
            if (!well) {
                failed.set(true);
            }
            Trainer.close();
        }
    }

    private boolean stopped() {
        return failed.get() || watch.cancelled();
    }

    private void finished(Finished run) {
        if (journal.append(run)) {
            watch.finished(run);
        }
    }
}
