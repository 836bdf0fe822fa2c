package handgrad.train;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Batch;
import handgrad.input.data.NumpyRandom;
import handgrad.input.data.Sampling;
import handgrad.input.data.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

/** The training loop, with engines that do as they are told. */
class LockstepTest {
    private static TrainingRecord train(
            int epochs, int batchSize, Mode mode, Progress progress, FakeEngine... engines) {
        double[][] samples = {{0}, {1}, {2}, {3}, {4}};
        var batch = new Batch(Nd4j.createFromArray(samples), Nd4j.createFromArray(samples));
        var settings = Settings.of(3, epochs, 0.1)
                .withSampling(Sampling.batches(batchSize))
                .withMode(mode);
        return Lockstep.train(
                List.of(engines), new Split(batch, Optional.empty(), ""), settings, new NumpyRandom(3), progress);
    }

    private static TrainingRecord stopping(Stopping stopping, FakeEngine... engines) {
        double[][] samples = {{0}, {1}};
        var batch = new Batch(Nd4j.createFromArray(samples), Nd4j.createFromArray(samples));
        var settings = Settings.of(3, 20, 0.1).withSampling(Sampling.batches(1)).withStopping(stopping);
        var split = new Split(batch, Optional.empty(), "");
        return Lockstep.train(List.of(engines), split, settings, new NumpyRandom(3), Progress.silent());
    }

    /** The loss falls by 1/8 a step of the two that an epoch has: below 0.4 after five steps, seen at the end of epoch 3. */
    @Test
    void aLossBelowTheThresholdEndsTheRunAfterItsEpoch() {
        var learning = FakeEngine.withLoss("learning", step -> 1 - step / 8.0);
        var record = stopping(Stopping.belowLoss(0.4), learning, FakeEngine.still("other"));
        assertThat(record.outcome()).isEqualTo(new Outcome(Outcome.Ending.LOSS_REACHED, 6, List.of()));
        assertThat(record.last().step()).isEqualTo(6);
    }

    /** Steps of 1, 1/2, 1/4, ...: the fourth, of 1/8, is the first below 0.2. */
    @Test
    void aStepBelowEpsilonEndsTheRunAtOnce() {
        var slowing = new FakeEngine("slowing", step -> 1, step -> Math.scalb(1.0, (int) (1 - step)));
        var record = stopping(Stopping.belowStep(0.2), slowing);
        assertThat(record.outcome()).isEqualTo(new Outcome(Outcome.Ending.STEP_TOO_SMALL, 4, List.of()));
        assertThat(record.steps()).isEqualTo(4);
    }

    /** A loss that is NaN is below nothing, and a step to NaN is not a small one. */
    @Test
    void whatIsNotFiniteMeetsNoCriterion() {
        var lost = FakeEngine.withLoss("lost", step -> step < 3 ? 1 : Double.NaN);
        assertThat(stopping(Stopping.belowLoss(0.5), lost).outcome().ending()).isEqualTo(Outcome.Ending.NOT_FINITE);
        var leaping = new FakeEngine("leaping", step -> 1, step -> Double.NaN);
        assertThat(stopping(Stopping.belowStep(0.5), leaping).outcome().ending())
                .isEqualTo(Outcome.Ending.COMPLETED);
    }

    @Test
    void withoutACriterionAllEpochsAreTrained() {
        var record = stopping(Stopping.never(), FakeEngine.withLoss("perfect", step -> 0));
        assertThat(record.outcome()).isEqualTo(new Outcome(Outcome.Ending.COMPLETED, 40, List.of()));
    }

    private static TrainingRecord train(int epochs, Mode mode, FakeEngine... engines) {
        return train(epochs, 5, mode, Progress.silent(), engines);
    }

    /** {@code r = np.random.RandomState(3)}: {@code r.permutation(5)} is 3 4 1 0 2, the next one 2 1 3 4 0. */
    @Test
    void allEnginesSeeTheSameBatchesInTheSameOrder() {
        FakeEngine one = FakeEngine.still("one");
        FakeEngine two = FakeEngine.still("two");
        var record = train(2, 2, Mode.FREE_RUNNING, Progress.silent(), one, two);
        assertThat(one.seen)
                .containsExactly(List.of(3, 4), List.of(1, 0), List.of(2), List.of(2, 1), List.of(3, 4), List.of(0));
        assertThat(two.seen).isEqualTo(one.seen);
        assertThat(record.steps()).isEqualTo(6);
        assertThat(record.stepsPerEpoch()).isEqualTo(3);
        assertThat(record.observations()).extracting(Observation::epoch).containsExactly(0L, 0L, 0L, 1L, 1L, 1L, 2L);
    }

    /**
     * The first engine drifts by 2^-28 a step from the second, which stays at 1. The tolerance is 2^-26 in double
     * precision: four steps are within it, the fifth is not.
     */
    @Test
    void theFirstDivergentStepIsFoundExactly() {
        var drifting = new FakeEngine("drifting", step -> 1, step -> 0x1p-28);
        var record = train(12, Mode.FREE_RUNNING, drifting, FakeEngine.still("fixed"));
        assertThat(record.firstDivergentStep()).contains(5L);
        assertThat(record.maxParameterDifference()).isEqualTo(12 * 0x1p-28);
        assertThat(record.divergences())
                .extracting(TrainingRecord.Divergence::largestStep)
                .containsExactly(12L);
        assertThat(record.divergences())
                .extracting(TrainingRecord.Divergence::other)
                .containsExactly("fixed");
    }

    /** Re-synced, the other engine is put back after each step, so that drift cannot add up. */
    @Test
    void reSyncedEnginesShowTheErrorOfASingleStep() {
        var drifting = new FakeEngine("drifting", step -> 1, step -> 0x1p-28);
        FakeEngine fixed = FakeEngine.still("fixed");
        var record = train(12, Mode.RE_SYNCED, drifting, fixed);
        assertThat(record.firstDivergentStep()).isEmpty();
        assertThat(record.maxParameterDifference()).isEqualTo(0x1p-28);
        assertThat(fixed.parameters().toArray()).containsExactly(1 + 12 * 0x1p-28, 0);
    }

    @Test
    void aSingleFalseStepIsFoundInBothModes() {
        for (Mode mode : Mode.values()) {
            var stumbling = new FakeEngine("stumbling", step -> 1, step -> step == 7 ? 1 : 0);
            var record = train(20, mode, FakeEngine.still("fixed"), stumbling);
            assertThat(record.firstDivergentStep()).as(mode.id()).contains(7L);
            assertThat(record.maxParameterDifference()).as("1 of 2").isEqualTo(0.5);
            assertThat(stumbling.parameters().toArray()[0]).isEqualTo(mode == Mode.RE_SYNCED ? 1 : 2);
        }
    }

    /** A lost run is noticed by the step after, scheduled for observation or not; what it reached is observed. */
    @ParameterizedTest
    @ValueSource(longs = {0, 3, 11, 19, 20})
    void aLossThatIsNotFiniteEndsTheRunWithItsStepAndEngine(long lostAfter) {
        for (double lost : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            var losing = FakeEngine.withLoss("losing", step -> step >= lostAfter ? lost : 1);
            var record = train(20, Mode.FREE_RUNNING, FakeEngine.still("fixed"), losing);
            assertThat(record.outcome())
                    .isEqualTo(new Outcome(Outcome.Ending.NOT_FINITE, lostAfter, List.of("losing")));
            assertThat(record.steps()).isEqualTo(Math.min(20, lostAfter + 1));
            assertThat(record.last().step()).isEqualTo(record.steps());
        }
    }

    @Test
    void allLostEnginesAreNamed() {
        var one = FakeEngine.withLoss("one", step -> step >= 2 ? Double.NaN : 1);
        var two = FakeEngine.withLoss("two", step -> step >= 2 ? Double.NaN : 1);
        assertThat(train(9, Mode.FREE_RUNNING, one, two).outcome().engines()).containsExactly("one", "two");
    }

    /** Where parameters are NaN the engines differ: no tolerance holds. */
    @Test
    void parametersThatAreNotFiniteHaveParted() {
        var losing = new FakeEngine("losing", step -> 1, step -> step == 4 ? Double.NaN : 0);
        var record = train(6, Mode.FREE_RUNNING, losing, FakeEngine.still("fixed"));
        assertThat(record.firstDivergentStep()).contains(4L);
        assertThat(record.maxParameterDifference()).isNaN();
    }

    @Test
    void theUserMayEndItEarly() {
        var heard = new Listener(13);
        var record = train(50, 5, Mode.FREE_RUNNING, heard, FakeEngine.still("one"), FakeEngine.still("two"));
        assertThat(record.outcome()).isEqualTo(new Outcome(Outcome.Ending.INTERRUPTED, 13, List.of()));
        assertThat(record.last().step()).as("observed although not scheduled").isEqualTo(13);
        assertThat(heard.announced).isEqualTo(50);
        assertThat(heard.steps).hasSize(13).startsWith(1L, 2L).endsWith(13L);
    }

    private static final class Listener implements Progress {
        private final long patience;
        private final List<Long> steps = new ArrayList<>();
        private long announced;

        Listener(long patience) {
            this.patience = patience;
        }

        @Override
        public void started(long all) {
            announced = all;
        }

        @Override
        public void stepped(long step) {
            steps.add(step);
        }

        @Override
        public boolean cancelled() {
            return steps.size() >= patience;
        }
    }

    @Test
    void oneEngineHasNothingToDifferFrom() {
        var record = train(3, Mode.RE_SYNCED, FakeEngine.still("alone"));
        assertThat(record.outcome()).isEqualTo(new Outcome(Outcome.Ending.COMPLETED, 3, List.of()));
        assertThat(record.divergences()).isEmpty();
        assertThat(record.firstDivergentStep()).isEmpty();
        assertThat(record.observations()).allMatch(seen -> seen.pairs().isEmpty());
        assertThat(record.first().testScore()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 99, 137})
    void theLastStepIsAlwaysObservedAndOnce(int epochs) {
        var record = train(epochs, Mode.FREE_RUNNING, FakeEngine.still("one"));
        assertThat(record.last().step()).isEqualTo(epochs);
        assertThat(record.observations())
                .extracting(Observation::step)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    /** The loss that is observed is that of the point reached, here the number of steps. */
    @Test
    void anObservationBelongsToThePointThatItsStepsLedTo() {
        var counting = FakeEngine.withLoss("counting", step -> (double) step);
        var record = train(10, Mode.FREE_RUNNING, counting, FakeEngine.still("one"));
        for (Observation seen : record.observations()) {
            assertThat(seen.engines().get(0).loss()).isEqualTo((double) seen.step());
            assertThat(seen.pairs().get(0).lossDifference()).isEqualTo(seen.step() - 1.0);
        }
        assertThat(record.first().loss()).isEqualTo(10);
    }
}
