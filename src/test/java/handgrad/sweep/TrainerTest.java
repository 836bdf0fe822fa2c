package handgrad.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.lab.EngineKind;
import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import handgrad.lab.Workbench;
import handgrad.train.Outcome.Ending;
import handgrad.train.Progress;
import handgrad.train.TrainingRecord;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;

/** A run of a sweep comes to the same bits as {@code handgrad run} with the same settings. */
class TrainerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            xor-cross-entropy    | double | SEED 1..3; HIDDEN 2,3; EPOCHS 300
            xor-cross-entropy    | float  | SEED 4; EPOCHS 200
            xor-squared-error    | double | SEED 1..2; UPDATER momentum,adam,nesterov; L2 0.01; EPOCHS 50
            xor-online           | double | SEED 1..2; EPOCHS 40
            xor-cross-entropy    | double | SEED 7; BATCH_SIZE 1,3; ORDER shuffled,drawn; EPOCHS 30
            xor-cross-entropy    | double | SEED 4; STOP_LOSS 2.5; LEARNING_RATE 0.5
            xor-cross-entropy    | double | SEED 4; STOP_STEP 0.001,1
            digits-as-written    | double | SEED 1; EPOCHS 3
            digits-cross-entropy | double | SEED 2; SPLIT_SEED 3; BATCH_SIZE 100; EPOCHS 2
            csv                  | double | SEED 1; EPOCHS 5; HIDDEN 8x4
            xor-cross-entropy    | double | SEED 1; LEARNING_RATE 1e308; EPOCHS 20
            """)
    void sameBitsAsARun(String name, String precision, String axes) {
        Experiment experiment = Experiments.named(name);
        Sweep sweep = Sweep.of(
                experiment,
                experiment.defaults().withDataType(precision.equals("float") ? DataType.FLOAT : DataType.DOUBLE),
                Stream.of(axes.split("; "))
                        .map(axis -> {
                            int space = axis.indexOf(' ');
                            return Axis.of(Choice.valueOf(axis.substring(0, space)), axis.substring(space + 1));
                        })
                        .toList());
        var trainer = new Trainer(sweep);
        for (long i = 0; i < sweep.size(); i++) {
            Finished lean = trainer.run(i, () -> false).orElseThrow();
            TrainingRecord full = new Workbench(experiment, sweep.settings(i), List.of(EngineKind.HAND))
                    .run(Progress.silent())
                    .training();
            assertThat(lean)
                    .isEqualTo(new Finished(
                            i,
                            full.first().loss(),
                            full.first().trainScore(),
                            (int) (full.outcome().step() / full.stepsPerEpoch()),
                            full.outcome().ending(),
                            Trainer.digest(full.first().parameters())));
        }
    }

    @Test
    void aStepBeyondTheLargestNumberLosesTheRun() {
        // A gradient of some tenths times 1e308 overflows with the second step at the latest: infinity less infinity.
        Sweep sweep = SweepTest.xor(Axis.of(Choice.LEARNING_RATE, "1e308"));
        Finished run = new Trainer(sweep).run(0, () -> false).orElseThrow();
        assertThat(run.loss()).isNotFinite();
        assertThat(run.ending()).isEqualTo(Ending.NOT_FINITE);
        assertThat(run.epochs()).isLessThan(10);
    }

    @Test
    void whatIsToldToStopComesToNothing() {
        assertThat(new Trainer(SweepTest.xor()).run(0, () -> true)).isEmpty();
    }

    @Test
    void runsDrawnForACheckAreDifferentOnesAndTheSameEveryTime() {
        Sweep sweep = SweepTest.xor(Axis.of(Choice.SEED, "1..6"), Axis.of(Choice.EPOCHS, "30"));
        assertThat(Checked.drawn(sweep, 4)).hasSize(4).doesNotHaveDuplicates().isEqualTo(Checked.drawn(sweep, 4));
        assertThat(Checked.drawn(sweep, 99)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        Finished run = new Trainer(sweep).run(3, () -> false).orElseThrow();
        Checked checked = Checked.of(sweep, run, Progress.silent());
        assertThat(checked.same()).isTrue();
        assertThat(checked.passes(run)).isTrue();
        var other = new Finished(3, run.loss(), run.score(), run.epochs(), run.ending(), run.digest() + 1);
        assertThat(Checked.of(sweep, other, Progress.silent()).passes(other)).isFalse();
    }
}
