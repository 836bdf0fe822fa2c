package handgrad.jmh;

import handgrad.network.array.Exponential;
import handgrad.network.array.Stretches;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The elementary functions over one stretch, in nanoseconds a number. {@code -jvmArgsAppend -XX:UseAVX=2} has AVX2 measured. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@OperationsPerInvocation(Stretches.LONGEST)
public class Exponentials {
    private final Exponential exponential = new Exponential();
    private final double[] x =
            new Random(1).doubles(Stretches.memory().length, -6, 6).toArray();
    private final double[] y = Stretches.memory();

    /** The array that it fills, so that nothing of it can be left out. */
    @Benchmark
    public double[] exp() {
        exponential.exp(x, y, Stretches.LONGEST);
        return y;
    }

    /** As {@link #exp}. */
    @Benchmark
    public double[] sigmoid() {
        exponential.sigmoid(x, y, Stretches.LONGEST);
        return y;
    }

    /** As {@link #exp}. */
    @Benchmark
    public double[] tanh() {
        exponential.tanh(x, y, Stretches.LONGEST);
        return y;
    }

    /** As {@link #exp}. */
    @Benchmark
    public double[] softplus() {
        exponential.softplus(x, y, Stretches.LONGEST);
        return y;
    }
}
