package handgrad.lab.own;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Batch;
import handgrad.engine.Parameters;
import handgrad.input.userclass.UserClass;
import handgrad.input.userclass.UserRun;
import handgrad.lab.result.OwnRecord;
import handgrad.lab.result.Run;
import handgrad.lab.result.Verdict;
import handgrad.network.Network;
import handgrad.train.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every planted mistake is found at the first step at which it changes anything, and named. */
class PlantedStepsTest {
    private static Run run(Trained on, Planted planted) {
        return on.run(Trainee.of(() -> new UserClass(Path.of("Mine.java"), planted.make()), UserRun.LIMIT));
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE_SIGN, 1, 'the update: update-sign, the step goes uphill'",
        "RATE_DIVIDED_BY_N, 1, 'the update: rate-divided-by-n, the learning rate is divided by the'",
        "DECAY_ON_BIASES, 1, 'the update: decay-on-biases, the biases decay: 0.01 times themselves'",
        "WRONG_LAYER_UPDATED, 1, 'the update: wrong-layer-updated, no step is made of W1, and two of W2'",
        "LAYER_UPDATED_BEFORE_BACKWARD, 1, 'the update: stale-weights, layer 1: '",
        "UPDATE_BEFORE_BACKWARD, 1, 'the update: update-before-backward, the step follows the gradient of the call before'",
        "MOMENTUM_IN_THE_UPDATE, 2, 'the update: momentum-in-the-update, 0.9 times the update of the call before'",
        "LAST_BATCH_TWICE, 2, 'the update: last-batch-twice, the batch of the call before is counted again'",
        "GRADIENT_NOT_RESET, 2, 'the gradient: gradient-not-reset, '",
        "MOMENTUM_IN_THE_GRADIENT, 2, 'the gradient: momentum-in-the-gradient, 0.5 times the gradient of the call before'"
    })
    void eachIsNamed(Planted planted, long step, String named) {
        for (Run run : List.of(run(Trained.XOR, planted), run(Trained.DIGITS, planted))) {
            OwnRecord own = run.own().orElseThrow();
            assertThat(own.firstWrong()).as(run.experiment()).contains(step);
            assertThat(own.findings())
                    .singleElement()
                    .asString()
                    .startsWith("own goes wrong at step %d, first in %s".formatted(step, named));
            assertThat(run.verdict()).isEqualTo(Verdict.OWN_WRONG);
            assertThat(run.verdict().success()).isFalse();
        }
    }

    @Test
    void aRightOneIsLeftInPeace() {
        for (Run run : List.of(run(Trained.XOR, Planted.NOTHING), run(Trained.DIGITS, Planted.NOTHING))) {
            assertThat(run.own().orElseThrow().isRight()).isTrue();
            assertThat(run.findings()).isEmpty();
            assertThat(run.verdict()).isEqualTo(Verdict.AGREE);
            assertThat(run.shown().engine()).isEqualTo(Run.OWN);
        }
    }

    /** What is kept between calls shows in re-synced runs too: the parameters are set, the program is not started anew. */
    @Test
    void reSyncedRunsShowTheSameMistake() {
        var reSynced =
                new Trained(Trained.XOR.experiment(), Trained.XOR.settings().withMode(Mode.RE_SYNCED));
        Run run = run(reSynced, Planted.MOMENTUM_IN_THE_UPDATE);
        assertThat(run.own().orElseThrow().findings())
                .singleElement()
                .asString()
                .startsWith("own goes wrong at step 2, first in the update: momentum-in-the-update, 0.9 times");
    }

    @Test
    void oneThatHangsEndsTheRun() {
        var slow = new Textbook() {
            private int calls;

            @Override
            public Optional<Parameters> step(Network network, Parameters theta, Batch batch, double rate) {
                while (calls > 0 && !Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
                calls++;
                return super.step(network, theta, batch, rate);
            }
        };
        Run run = Trained.XOR.run(Trainee.of(() -> new UserClass(Path.of("Mine.java"), slow), Duration.ofSeconds(2)));
        assertThat(run.verdict()).isEqualTo(Verdict.OWN_FAILED);
        assertThat(run.training().steps()).isEqualTo(1);
        assertThat(run.findings())
                .singleElement()
                .asString()
                .startsWith("own ended in step 2: ")
                .endsWith("gave no answer within 2 s.");
    }
}
