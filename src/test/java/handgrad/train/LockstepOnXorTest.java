package handgrad.train;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Engine;
import handgrad.engine.dl4j.Dl4jEngine;
import handgrad.engine.hand.HandEngine;
import handgrad.input.data.Draw;
import handgrad.input.data.NumpyRandom;
import handgrad.input.data.Sampling;
import handgrad.input.data.Xor;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.loss.BinaryCrossEntropy;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;

/** The training loop with the real engines, on short runs of XOR. */
class LockstepOnXorTest {
    private static final Network NETWORK =
            Network.dense(2, List.of(3), 1, new Sigmoid(), new Sigmoid(), new BinaryCrossEntropy(), Reduction.SUM);

    private static TrainingRecord train(long seed, int epochs, int batchSize, DataType type, Mode mode) {
        var settings = Settings.of(seed, epochs, 0.1, 3)
                .withSampling(Sampling.batches(batchSize))
                .withDataType(type)
                .withMode(mode);
        var random = new NumpyRandom(seed);
        var start = Draw.NORMAL.draw(NETWORK, type, random);
        List<Engine> engines = List.of(new HandEngine(start, 0.1), new Dl4jEngine(start, 0.1));
        return Lockstep.train(engines, Xor.split(type), settings, random, Progress.silent());
    }

    /**
     * Mini-batches of 3 and 1, 200 epochs, seed 5, by a NumPy program of the same network: {@code np.random.seed(5)}, then
     * {@code randn(2, 3), randn(3), randn(3, 1), randn(1)}, then each epoch {@code p = permutation(4)} and a step of 0.1 on
     * {@code p[:3]} and on {@code p[3:]}. Losses are over all four samples.
     */
    @Test
    void miniBatchesFollowTheNumpyProgram() {
        var record = train(5, 200, 3, DataType.DOUBLE, Mode.FREE_RUNNING);
        assertThat(record.steps()).isEqualTo(400);
        assertThat(lossAfterEpoch(record, 0)).isCloseTo(3.3081481770769754, Percentage.withPercentage(1e-10));
        assertThat(lossAfterEpoch(record, 1)).isCloseTo(3.1244294692348045, Percentage.withPercentage(1e-10));
        assertThat(lossAfterEpoch(record, 100)).isCloseTo(2.6426194944380135, Percentage.withPercentage(1e-10));
        for (var result : record.results()) {
            assertThat(result.loss()).isCloseTo(2.4607102164698245, Percentage.withPercentage(1e-10));
            assertThat(result.predictions().get(0).get(0))
                    .isCloseTo(0.35549811664828695, Percentage.withPercentage(1e-10));
        }
    }

    private static double lossAfterEpoch(TrainingRecord record, long epoch) {
        return record.observations().stream()
                .filter(seen -> seen.step() == epoch * record.stepsPerEpoch())
                .findFirst()
                .orElseThrow()
                .engines()
                .get(0)
                .loss();
    }

    @Test
    void aRunRepeatsItselfBitForBit() {
        for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
            var one = train(5, 50, 2, type, Mode.FREE_RUNNING);
            var two = train(5, 50, 2, type, Mode.FREE_RUNNING);
            assertThat(one.observations()).isEqualTo(two.observations());
            assertThat(one.results())
                    .usingRecursiveComparison()
                    .ignoringFields("stepSeconds")
                    .isEqualTo(two.results());
        }
    }

    @Test
    void anotherSeedIsAnotherRun() {
        var one = train(5, 5, 4, DataType.DOUBLE, Mode.FREE_RUNNING);
        var two = train(6, 5, 4, DataType.DOUBLE, Mode.FREE_RUNNING);
        assertThat(one.first().loss()).isNotEqualTo(two.first().loss());
    }

    @ParameterizedTest
    @EnumSource
    void theEnginesStayTogetherInEitherMode(Mode mode) {
        var record = train(2, 300, 4, DataType.DOUBLE, mode);
        assertThat(record.outcome().ending()).isEqualTo(Outcome.Ending.COMPLETED);
        assertThat(record.firstDivergentStep()).isEmpty();
        assertThat(record.maxParameterDifference()).isLessThan(1e-12);
        assertThat(record.maxGradientDifference()).isLessThan(1e-12);
    }

    /** Re-synced, what is seen after a step is the distance zero: both stand where the first does. */
    @Test
    void reSyncedEnginesAreObservedAtOnePoint() {
        var record = train(2, 30, 4, DataType.DOUBLE, Mode.RE_SYNCED);
        assertThat(record.observations().stream().flatMap(seen -> seen.pairs().stream()))
                .allMatch(pair -> pair.parameters().maxRelative() == 0);
    }

    /** Accuracy as it is defined: outputs from 0.5 on answer 1. */
    @Test
    void accuracyIsThatOfThePredictions() {
        var result = train(4, 300, 4, DataType.DOUBLE, Mode.RE_SYNCED).first();
        List<Integer> targets = List.of(0, 1, 1, 0);
        double right = Stream.of(0, 1, 2, 3)
                .filter(i -> (result.predictions().get(i).get(0) >= 0.5 ? 1 : 0) == targets.get(i))
                .count();
        assertThat(result.trainScore()).isEqualTo(right / 4);
        assertThat(result.trainAnswers().orElseThrow().classes()).hasSize(4);
    }
}
