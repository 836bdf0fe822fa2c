package handgrad.lab.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import handgrad.input.program.Limits;
import handgrad.input.program.Program;
import handgrad.lab.result.OwnRecord;
import handgrad.lab.result.Run;
import handgrad.lab.result.Verdict;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mistakes of {@link PlantedStepsTest} in a Python program that is asked. */
@Tag("outside")
class PlantedProgramsTest {
    @BeforeAll
    static void python() {
        Trained.assumePython();
    }

    private static Run run(Trained on, String mistake) {
        String command = "python3 src/test/resources/own/planted.py " + mistake;
        try (var program = new ProgramRespondent(Program.start(command, Limits.DEFAULT, line -> {}))) {
            return on.run(Trainee.of(program));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "update-sign, 1, the update",
        "rate-divided-by-n, 1, the update",
        "decay-on-biases, 1, the update",
        "wrong-layer-updated, 1, the update",
        "stale-weights, 1, the update",
        "update-before-backward, 1, the update",
        "momentum-in-the-update, 2, the update",
        "last-batch-twice, 2, the update",
        "gradient-not-reset, 2, the gradient",
        "momentum-in-the-gradient, 2, the gradient"
    })
    void eachIsNamed(String mistake, long step, String what) {
        for (Trained on : List.of(Trained.XOR, Trained.DIGITS)) {
            OwnRecord own = run(on, mistake).own().orElseThrow();
            assertThat(own.firstWrong()).as(on.experiment()).contains(step);
            assertThat(own.findings())
                    .singleElement()
                    .asString()
                    .startsWith("own goes wrong at step %d, first in %s: %s, ".formatted(step, what, mistake));
        }
    }

    @Test
    void aRightOneIsLeftInPeace() {
        assertThat(run(Trained.XOR, "nothing").verdict()).isEqualTo(Verdict.AGREE);
        assertThat(run(Trained.DIGITS, "nothing").verdict()).isEqualTo(Verdict.AGREE);
    }

    @Test
    void oneThatEndsEndsTheRun() {
        Run run = run(Trained.XOR, "ends");
        assertThat(run.verdict()).isEqualTo(Verdict.OWN_FAILED);
        assertThat(run.training().steps()).isZero();
        assertThat(run.findings()).singleElement().asString().startsWith("own ended in step 1: planted.py");
    }

    @Test
    void oneThatCannotDoTheNetworkSaysWhichItCan() {
        assertThatThrownBy(() -> run(Trained.SINE, "nothing"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        "planted.py cannot take part in sine: it takes the activations sigmoid, found ");
    }
}
