package handgrad.lab;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Batch;
import handgrad.engine.Descent;
import handgrad.engine.Engine;
import handgrad.engine.LossGradient;
import handgrad.engine.Parameters;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.Trained;
import handgrad.network.function.activation.Silu;
import handgrad.network.function.activation.Tanh;
import handgrad.network.function.loss.HalfSquaredError;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An engine may keep what it has made of a batch, such as its transpose, but it always answers for the numbers that are in the
 * batch now: the same as an engine that has never seen it.
 */
class RefilledBatchTest {
    private static final Network NETWORK =
            Network.dense(3, List.of(4), 2, new Tanh(), new Silu(), new HalfSquaredError(), Reduction.MEAN);

    private static final Parameters START = Parameters.of(
            NETWORK,
            DataType.DOUBLE,
            new Random(1).doubles(NETWORK.size(), -1, 1).toArray());

    /** A batch that goes through the hand engine as a whole, and one that goes through in parts. */
    static Stream<Arguments> engines() {
        return Stream.of(EngineKind.values())
                .flatMap(kind -> Stream.of(Arguments.of(kind, 7), Arguments.of(kind, 150)));
    }

    private static Engine engine(EngineKind kind) {
        return kind.create(START, Descent.sgd(0.1), Trained.ALL);
    }

    private static INDArray random(long seed, int rows, int columns) {
        return Nd4j.createFromArray(
                        new Random(seed).doubles((long) rows * columns, -2, 2).toArray())
                .reshape('f', rows, columns);
    }

    private static void assertSame(LossGradient found, LossGradient expected) {
        assertThat(found.loss()).isEqualTo(expected.loss());
        assertThat(found.gradient().toArray())
                .containsExactly(expected.gradient().toArray());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void arraysThatTheirOwnerRefillsAreNotTheBatch(EngineKind kind, int n) {
        INDArray x = random(1, n, 3);
        INDArray y = random(2, n, 2);
        var batch = new Batch(x, y);
        Engine engine = engine(kind);
        LossGradient before = engine.gradient(batch);
        x.assign(random(3, n, 3));
        y.assign(random(4, n, 2));
        batch.x().assign(0);
        batch.y().assign(0);
        assertSame(engine.gradient(batch), before);
        assertSame(engine(kind).gradient(batch), before);
        var other = new Batch(x, y);
        assertSame(engine.gradient(other), engine(kind).gradient(other));
        assertThat(engine.gradient(other).loss()).isNotEqualTo(before.loss());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aBatchThatIsRefilledIsSeenAsItIs(EngineKind kind, int n) {
        var all = new Batch(random(5, 2 * n, 3), random(6, 2 * n, 2));
        Batch room = all.room(n);
        Engine engine = engine(kind);
        for (int[] indices : List.of(
                IntStream.range(0, n).toArray(),
                IntStream.range(n, 2 * n).toArray(),
                IntStream.range(0, n).map(i -> n - 1 - i).toArray())) {
            room.refill(all, indices, 0);
            Batch alone = all.rows(indices);
            assertSame(engine.gradient(room), engine(kind).gradient(alone));
            assertThat(engine.loss(room)).isEqualTo(engine(kind).loss(alone));
        }
    }

    /** What was kept for one batch serves no other of the same size, nor a step after a look at the loss. */
    @ParameterizedTest
    @MethodSource("engines")
    void stepsGoByTheNumbersThatAreThere(EngineKind kind, int n) {
        var all = new Batch(random(7, 2 * n, 3), random(8, 2 * n, 2));
        Batch room = all.room(n);
        Engine refilled = engine(kind);
        Engine fresh = engine(kind);
        for (int step = 0; step < 6; step++) {
            int begin = step % 2 * n;
            int[] indices = IntStream.range(begin, begin + n).toArray();
            refilled.loss(room);
            room.refill(all, indices, 0);
            refilled.step(room);
            fresh.step(all.rows(indices));
            assertThat(refilled.stepLoss()).isEqualTo(fresh.stepLoss());
        }
        assertThat(refilled.parameters().toArray())
                .containsExactly(fresh.parameters().toArray());
    }

    @Test
    void theVersionTellsRefillsApartAndNothingElseChangesIt() {
        var all = new Batch(random(9, 4, 3), random(10, 4, 2));
        Batch room = all.room(2);
        long before = room.version();
        room.x().assign(1);
        room.samples().x()[0][0] = 5;
        room.first(1);
        room.rows(1, 0);
        room.castTo(DataType.FLOAT);
        assertThat(room.version()).isEqualTo(before);
        assertThat(room.samples().x()[0][0]).isZero();
        room.refill(all, new int[] {3, 1}, 0);
        assertThat(room.version()).isNotEqualTo(before);
        assertThat(room.samples().x()[0]).containsExactly(all.samples().x()[3]);
    }
}
