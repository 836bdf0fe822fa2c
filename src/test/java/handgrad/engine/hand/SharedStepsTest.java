package handgrad.engine.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import handgrad.engine.Batch;
import handgrad.engine.Descent;
import handgrad.engine.Parameters;
import handgrad.input.data.Draw;
import handgrad.input.data.NumpyRandom;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.Trained;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.activation.Tanh;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.network.function.rule.Adam;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

/** A step that threads share has the same bits whatever their number. */
class SharedStepsTest {
    private static Network network(Activation hidden, Activation output, Loss loss) {
        return Network.dense(20, List.of(100), 20, hidden, output, loss, Reduction.MEAN);
    }

    private static final Network TANH = network(new Tanh(), new Sigmoid(), new HalfSquaredError());

    private static Batch batch(Network network, int n, DataType type) {
        var random = new Random(n);
        double[][] x = new double[n][];
        double[][] t = new double[n][];
        for (int i = 0; i < n; i++) {
            x[i] = random.doubles(network.nIn(), -1, 1).toArray();
            t[i] = network.loss().target(random, network.nOut());
        }
        return Batch.of(type, new Samples(x, t));
    }

    private static Parameters start(Network network, DataType type) {
        return Draw.NORMAL.draw(network, type, new NumpyRandom(3));
    }

    /** The losses on the way and the parameters at the end. */
    private static double[] trained(Network network, Batch batch, Descent descent, int threads) {
        var engine = new HandEngine(start(network, batch.dataType()), descent, Trained.ALL, threads);
        double[] losses = new double[4];
        for (int step = 0; step < 3; step++) {
            engine.step(batch);
            losses[step] = engine.stepLoss();
        }
        losses[3] = engine.loss(batch);
        double[] gradient = engine.gradient(batch).gradient().toArray();
        return Stream.of(losses, gradient, engine.parameters().toArray())
                .flatMap(values -> IntStream.range(0, values.length).mapToObj(i -> values[i]))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static void sameBits(Network network, Batch batch, Descent descent) {
        double[] one = trained(network, batch, descent, 1);
        assertThat(one).doesNotContain(Double.NaN);
        for (int threads : new int[] {2, 8}) {
            assertThat(trained(network, batch, descent, threads))
                    .as("%d threads", threads)
                    .containsExactly(one);
        }
    }

    /** Around the sizes of a part and of 1, 2, 4 and 8 shares of at least 256. */
    @ParameterizedTest
    @ValueSource(ints = {1, 111, 112, 113, 255, 257, 511, 512, 513, 1023, 1024, 1025, 1437, 2048, 2051})
    void ofEverySize(int n) {
        sameBits(TANH, batch(TANH, n, DataType.DOUBLE), Descent.sgd(0.1));
        sameBits(TANH, batch(TANH, n, DataType.FLOAT), Descent.of(new Adam(), 0.01));
    }

    static Stream<Network> everyFunction() {
        List<Activation> activations = Definitions.all(Activation.class);
        Stream<Network> hidden = activations.stream()
                .filter(Activation::entrywise)
                .map(f -> network(f, new Sigmoid(), new HalfSquaredError()));
        Stream<Network> outputs = Definitions.all(Loss.class).stream()
                .flatMap(loss -> activations.stream().filter(loss::accepts).map(f -> network(new Tanh(), f, loss)));
        return Stream.concat(hidden, outputs);
    }

    @ParameterizedTest
    @MethodSource("everyFunction")
    void ofEveryFunction(Network network) {
        sameBits(network, batch(network, 1030, DataType.DOUBLE), Descent.sgd(0.01));
    }

    /** The loss that is known after a step is the one that is computed when it is asked for. */
    @ParameterizedTest
    @ValueSource(ints = {100, 300, 1437})
    void knowsItsLoss(int n) {
        Batch batch = batch(TANH, n, DataType.DOUBLE);
        var engine = new HandEngine(start(TANH, DataType.DOUBLE), Descent.sgd(0.1), Trained.ALL, 2);
        double before = engine.loss(batch);
        engine.step(batch);
        assertThat(engine.stepLoss()).isCloseTo(before, within(1e-12 * before));
        assertThat(engine.loss(batch)).isLessThan(before);
    }

    /** An object a step would be tens of kilobytes, an array of a part's a hundred megabytes. */
    @Test
    void makesNoGarbage() {
        Batch batch = batch(TANH, 1437, DataType.DOUBLE);
        var engine = new HandEngine(start(TANH, DataType.DOUBLE), Descent.sgd(1e-3), Trained.ALL, 2);
        for (int step = 0; step < 200; step++) {
            engine.step(batch);
        }
        long[] workers = Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread == Thread.currentThread() || thread.getName().startsWith("handgrad-step"))
                .mapToLong(Thread::getId)
                .toArray();
        assertThat(workers).hasSizeGreaterThanOrEqualTo(2);
        long before = allocated(workers);
        for (int step = 0; step < 1000; step++) {
            engine.step(batch);
        }
        assertThat(allocated(workers) - before).isLessThan(16_000);
    }

    /** Bytes, by all of the threads since they began. */
    private static long allocated(long[] threads) {
        var bean = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return LongStream.of(bean.getThreadAllocatedBytes(threads)).sum();
    }
}
