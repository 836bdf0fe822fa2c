package handgrad.spark;

import handgrad.InputException;
import handgrad.sweep.Cluster.Order;
import handgrad.sweep.Finished;
import handgrad.sweep.Journal;
import handgrad.sweep.Watch;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.spark.SparkException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Function2;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** One Spark job: a task a portion. Spark hands over each task's result once, whichever attempt of it was the first to end. */
final class Job {
    private static final long POLLED_MILLIS = 300;
    /** An executor that loads the libraries takes some seconds; without a worker Spark would wait for ever. */
    private static final long PATIENCE_SECONDS = 90;

    private final JavaSparkContext spark;
    private final Order order;
    private final Journal journal;
    private final Watch watch;
    private volatile RuntimeException failure;
    private volatile boolean stopped;

    Job(JavaSparkContext spark, Order order, Journal journal, Watch watch) {
        this.spark = spark;
        this.order = order;
        this.journal = journal;
        this.watch = watch;
    }

    /** Makes the runs of all portions, or those until it is told to stop. */
    void run(List<Portion> portions) throws SparkException {
        JavaRDD<List<Finished>> results =
                spark.parallelize(portions, portions.size()).map(new MakeRuns(new ArrayList<>(order.words())));
        var watcher = new Thread(this::watch, "handgrad-sweep-watch");
        watcher.setDaemon(true);
        watcher.start();
        try {
            ClassTag<List<Finished>> tag = ClassTag$.MODULE$.apply(List.class);
            List<Object> partitions =
                    IntStream.range(0, portions.size()).<Object>mapToObj(i -> i).toList();
            spark.sc()
                    .runJob(
                            results.rdd(),
                            new First(),
                            CollectionConverters.asScala(partitions).toSeq(),
                            kept(),
                            tag);
        } catch (Exception e) {
            // What is cancelled fails; where the whole program ends, Spark may be the first to know.
            if (!stopped && !watch.cancelled()) {
                throw e;
            }
        } finally {
            watcher.interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** The one element of a partition. */
    private static final class First extends AbstractFunction2<TaskContext, Iterator<List<Finished>>, List<Finished>>
            implements Serializable {
        @Override
        public List<Finished> apply(TaskContext context, Iterator<List<Finished>> partition) {
            return partition.next();
        }
    }

    private Function2<Object, List<Finished>, BoxedUnit> kept() {
        return new AbstractFunction2<>() {
            @Override
            public BoxedUnit apply(Object partition, List<Finished> runs) {
                try {
                    runs.stream().filter(journal::append).forEach(watch::finished);
                } catch (RuntimeException e) {
                    end(e);
                }
                return BoxedUnit.UNIT;
            }
        };
    }

    private void watch() {
        long seen = System.nanoTime();
        try {
            while (!stopped) {
                TimeUnit.MILLISECONDS.sleep(POLLED_MILLIS);
                if (executors()) {
                    seen = System.nanoTime();
                }
                if (watch.cancelled()) {
                    end(null);
                } else if (System.nanoTime() - seen > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                    end(new InputException(
                            "--master %s: no worker has been there for %d s, expected one that is free; what is done is kept"
                                    .formatted(order.master(), PATIENCE_SECONDS)));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there are others than the one that gives out the tasks. */
    private boolean executors() {
        return order.master().startsWith("local[") || spark.sc().statusTracker().getExecutorInfos().length > 1;
    }

    private void end(RuntimeException reason) {
        failure = reason;
        stopped = true;
        spark.sc().cancelAllJobs();
    }
}
