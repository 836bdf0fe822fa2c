package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.lab.result.Option;
import handgrad.lab.result.Verification;
import handgrad.lab.result.Verification.Question;
import handgrad.network.Network;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import handgrad.network.function.activation.Sigmoid;
import handgrad.show.text.Sheet.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is suggested after a gradient of one's own is an experiment that it can take part in. */
class NextStepsTest {
    private static final Option PROGRAM = new Option("--program", "python3 mine.py");

    private static List<Verification> judged(String loss, Reduction reduction) {
        var network = Network.dense(
                2, List.of(3), 1, new Sigmoid(), new Sigmoid(), Definitions.named(Loss.class, "loss", loss), reduction);
        return List.of(new Verification.Failed(new Question("a case", network, 4, Precision.DOUBLE, 0), "no answer"));
    }

    private static List<String> commands(Precision precision, List<Verification> judged, boolean right) {
        return NextSteps.afterOwn(PROGRAM, precision, judged, right, List.of()).stream()
                .map(Entry::term)
                .toList();
    }

    @Test
    void theExperimentHasItsLoss() {
        assertThat(commands(Precision.DOUBLE, judged("half-squared-error", Reduction.MEAN), true))
                .containsExactly("./handgrad run xor-squared-error --program 'python3 mine.py'");
        assertThat(commands(Precision.FLOAT, judged("binary-cross-entropy", Reduction.SUM), true))
                .containsExactly("./handgrad run xor-cross-entropy --program 'python3 mine.py' --float");
    }

    @Test
    void nothingIsSuggestedThatWouldBeRefused() {
        assertThat(commands(Precision.DOUBLE, judged("mean-squared-error", Reduction.MEAN), true))
                .isEmpty();
    }

    @Test
    void whatHasNoAnswerIsNotFixedByAnother() {
        assertThat(commands(Precision.DOUBLE, judged("half-squared-error", Reduction.MEAN), false))
                .isEmpty();
        assertThat(commands(Precision.DOUBLE, List.of(), false)).containsExactly("the same again");
    }
}
