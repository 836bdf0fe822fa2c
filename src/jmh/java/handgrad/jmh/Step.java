package handgrad.jmh;

import handgrad.engine.Threads;
import handgrad.engine.nd4j.Nd4jSettings;
import handgrad.train.bench.Subject;
import handgrad.train.bench.Workload;
import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.buffer.DataType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One step of training, forward, backward and update; what is measured in all benchmarks. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {Settings.COLLECTOR, Settings.SIZES, Settings.HEAP, Settings.YOUNG, Settings.SURVIVORS, Settings.QUIET
        })
public abstract class Step {
    private Runnable step;

    /** With {@link Settings}'s threads. */
    final void prepare(Subject subject, String workload, DataType type) {
        Nd4jSettings.apply();
        Threads.use(Settings.THREADS);
        prepare(subject.step(Workload.named(workload, type), Threads.available()));
    }

    /** With as many threads as there happen to be. */
    final void prepare(Runnable whatToMeasure) {
        step = whatToMeasure;
    }

    /** A step; what it computes stays in native memory or in arrays that live on, so that nothing of it can be left out. */
    @Benchmark
    public void step() {
        step.run();
    }
}
