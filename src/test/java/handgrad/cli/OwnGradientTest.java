package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code handgrad run NAME --gradient FILE}: what is printed, and what is refused. */
class OwnGradientTest {
    private static final String CLASS = """
            import handgrad.engine.*;
            import handgrad.network.*;

            public class Mine implements handgrad.input.userclass.HandGradient {
                private int calls;

                public Parameters gradient(Network network, Parameters theta, Batch batch) {
                    %s
                    return right(theta, batch);
                }

                private static Parameters right(Parameters theta, Batch batch) {
                    return new handgrad.engine.hand.HandEngine(theta, 1).gradient(batch).gradient();
                }

                private static Parameters negative(Parameters theta, Batch batch) {
                    Parameters gradient = right(theta, batch);
                    gradient.vector().negi();
                    return gradient;
                }
            }
            """;

    @TempDir
    Path folder;

    private Said run(String body) throws IOException {
        Path file = Files.writeString(folder.resolve("Mine.java"), CLASS.formatted(body));
        String results = folder.resolve("results").toString();
        return Said.by(
                "run",
                "xor-cross-entropy",
                "--epochs",
                "3",
                "--engines",
                "hand",
                "--gradient",
                file.toString(),
                "--verbose",
                "--results",
                results);
    }

    @Test
    void aRightOneAgreesAndIsInTheReport() throws IOException {
        Said said = run("");
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("The engines agree", "gradient at the start: own, forward mode");
        assertThat(Files.readString(said.report())).contains("--gradient " + folder.resolve("Mine.java"));
    }

    @Test
    void anotherSignIsNamedAtTheStart() throws IOException {
        Said said = run("if (true) return negative(theta, batch);");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out())
                .contains("The gradient of own is wrong: sign-flipped")
                .contains("own goes wrong at step 1, first in the gradient of W2.");
    }

    @Test
    void oneThatThrowsEndsTheRunWithWhatThereIs() throws IOException {
        Said said = run("if (++calls > 2) throw new IllegalStateException(\"no more\");");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out())
                .contains("The run ended early: own gave no answer in step 3, and the run ended before it.")
                .containsPattern(
                        "own ended in step 3: .*Mine.java, line 8: gradient threw java.lang.IllegalStateException: no more");
    }

    @Test
    void oneThatCannotDoTheNetworkIsRefused() throws IOException {
        Said said = run("if (true) throw new UnsupportedOperationException(\"only half-squared-error yet\");");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.complaints())
                .last()
                .asString()
                .endsWith("Mine.java cannot take part in xor-cross-entropy: it says only half-squared-error yet");
    }

    @Test
    void whatHasNoEffectIsRefused() {
        assertThat(Said.by("run", "--gradient", "Mine.java").complaints())
                .last()
                .asString()
                .contains("--gradient Mine.java: expected the name of an experiment to take part in, found none");
        assertThat(Said.by("run", "sine", "--gradient", "Mine.java", "--program", "python3 mine.py")
                        .complaints())
                .last()
                .asString()
                .contains("--program: expected none beside --gradient, found both");
    }

    @Test
    void anExperimentThatBringsOneIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("Mine.java"), CLASS.formatted(""));
        assertThat(Said.by("run", "sign-faults", "--gradient", file.toString(), "--variant", "no bias")
                        .complaints())
                .last()
                .asString()
                .contains("sign-faults: no bias brings a gradient of its own");
    }
}
