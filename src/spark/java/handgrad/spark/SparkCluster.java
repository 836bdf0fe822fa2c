package handgrad.spark;

import com.google.auto.service.AutoService;
import handgrad.InputException;
import handgrad.engine.Threads;
import handgrad.sweep.Cluster;
import handgrad.sweep.Finished;
import handgrad.sweep.Journal;
import handgrad.sweep.Sweep;
import handgrad.sweep.Trainer;
import handgrad.sweep.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;

/** Makes the runs of a sweep as tasks of a Spark job; what a task brings is kept as soon as it is there. */
@AutoService(Cluster.class)
public final class SparkCluster implements Cluster {
    /** So long a task should take: long against the overhead of one, short against what a lost executor costs. */
    private static final double TASK_SECONDS = 3;

    /** The first is slow, since nothing is compiled yet. */
    private static final int TIMED = 3;

    /** Tasks a core at least, so that none is idle while the last ones end. */
    private static final int PER_CORE = 4;

    @Override
    public void run(Order order, Journal journal, Watch watch) {
        Master.check(order.master());
        try (JavaSparkContext spark = Contexts.open(order)) {
            long each = runsATask(order.sweep(), journal, watch, spark.defaultParallelism());
            List<Portion> portions = portions(order.sweep(), journal, each);
            if (portions.isEmpty()) {
                return;
            }
            run(spark, order, portions, journal, watch);
        } catch (SparkException e) {
            throw new InputException(
                    "--master %s: Spark could not make the runs: %s".formatted(order.master(), firstLine(e)), e);
        }
    }

    private static void run(JavaSparkContext spark, Order order, List<Portion> portions, Journal journal, Watch watch)
            throws SparkException {
        try {
            new Job(spark, order, journal, watch).run(portions);
        } catch (IllegalStateException e) {
            if (!spark.sc().isStopped()) {
                throw e;
            }
            throw new InputException(
                    "--master %s: Spark has given up, since no master of Spark answers there; what is done is kept"
                            .formatted(order.master()),
                    e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** Times a few runs here, which are kept like all others. */
    private static long runsATask(Sweep sweep, Journal journal, Watch watch, int cores) {
        Threads.use(1);
        var trainer = new Trainer(sweep);
        double seconds = TASK_SECONDS;
        for (int i = 0; i < TIMED && journal.missing(0) < sweep.size() && !watch.cancelled(); i++) {
            long begin = System.nanoTime();
            Finished run = trainer.run(journal.missing(0), () -> false).orElseThrow();
            seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
            if (journal.append(run)) {
                watch.finished(run);
            }
        }
        Trainer.close();
        long left = sweep.size() - journal.results().done();
        long fair = Math.max(1, left / ((long) PER_CORE * cores));
        return Math.max(1, Math.min(fair, (long) (TASK_SECONDS / seconds)));
    }

    /** What is not done, in stretches of so many runs. */
    private static List<Portion> portions(Sweep sweep, Journal journal, long each) {
        var portions = new ArrayList<Portion>();
        var runs = new ArrayList<Long>();
        for (long run = journal.missing(0); run < sweep.size(); run = journal.missing(run + 1)) {
            runs.add(run);
            if (runs.size() == each) {
                portions.add(Portion.of(runs));
                runs.clear();
            }
        }
        if (!runs.isEmpty()) {
            portions.add(Portion.of(runs));
        }
        return portions;
    }
}
