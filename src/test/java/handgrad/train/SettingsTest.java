package handgrad.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import handgrad.engine.Descent;
import handgrad.input.data.Sampling;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

/** What may be chosen of a run, and what not. */
class SettingsTest {
    private static final Settings GOOD = Settings.of(1, 10, 0.1, 3);

    private static void refused(ThrowingCallable choice, String message) {
        assertThatThrownBy(choice).isInstanceOf(InputException.class).hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 4294967296L, Long.MIN_VALUE, Long.MAX_VALUE})
    void seedsAreNumpys(long seed) {
        refused(() -> Settings.of(seed, 10, 0.1, 3), "--seed %d: expected 0 to 4294967295".formatted(seed));
        refused(() -> GOOD.withSplitSeed(seed), "--split-seed %d: expected 0 to 4294967295".formatted(seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4294967295L})
    void theEndsOfTheRangeAreSeedsToo(long seed) {
        assertThatCode(() -> Settings.of(seed, 10, 0.1, 3).withSplitSeed(seed)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void atLeastOneEpoch(int epochs) {
        refused(() -> Settings.of(1, epochs, 0.1, 3), "--epochs %d: expected at least 1".formatted(epochs));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -0.1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void stepsGoDownhillAndNotInfinitelyFar(double rate) {
        refused(
                () -> Settings.of(1, 10, rate, 3),
                "--learning-rate %s: expected a finite number above 0".formatted(rate));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -3, 100_001})
    void layersHaveWidths(int width) {
        refused(
                () -> Settings.of(1, 10, 0.1, 5, width),
                "--hidden [5, %d]: expected widths from 1 to 100000".formatted(width));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -4})
    void batchesHoldSamples(int size) {
        refused(() -> withBatchSize(size), "--batch-size %d: expected at least 1".formatted(size));
    }

    private static Settings withBatchSize(int size) {
        return GOOD.withSampling(Sampling.batches(size));
    }

    @Test
    void withoutABatchSizeAStepTakesAllSamples() {
        assertThat(GOOD.sampling().sizeFor(1437)).isEqualTo(1437);
        assertThat(withBatchSize(32).sampling().sizeFor(1437)).isEqualTo(32);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void thresholdsAreFiniteAndAboveZero(double threshold) {
        refused(
                () -> GOOD.withStopping(Stopping.belowLoss(threshold)),
                "--stop-loss %s: expected a finite number above 0".formatted(threshold));
        refused(
                () -> GOOD.withStopping(Stopping.belowStep(threshold)),
                "--stop-step %s: expected a finite number above 0".formatted(threshold));
    }

    @Test
    void noHiddenLayerIsAChoiceToo() {
        assertThat(Settings.of(1, 10, 0.1).hidden()).isEmpty();
    }

    @Test
    void changingOneThingKeepsTheOthers() {
        Settings changed = withBatchSize(32).withSplitSeed(9);
        assertThat(changed)
                .isEqualTo(new Settings(
                        1,
                        10,
                        Descent.sgd(0.1),
                        List.of(3),
                        new Sampling(OptionalInt.of(32), Sampling.Order.SHUFFLED),
                        OptionalLong.of(9),
                        DataType.DOUBLE,
                        Mode.FREE_RUNNING,
                        Stopping.never()));
    }
}
