package handgrad.input.program;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.input.claim.Claim;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Answers that only one question is lost by: what is wrong with them, and the next is asked. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LostAnswersTest {
    @TempDir
    private Path folder;

    private Scripts scripts() {
        return new Scripts(folder);
    }

    @Test
    void whatIsLostIsThisAnswerAlone() throws IOException {
        String right = "{\"id\":%d,\"success\":true,\"output\":{\"gradients\":[{\"weights\":[[1],[2]],\"bias\":[3]}]}}";
        String script = scripts()
                .answering(
                        "{\"id\":0}",
                        Scripts.DEFINED,
                        "{\"id\":2,\"success\":false,\"unsupported\":true,\"error\":\"no identity\"}",
                        "{\"id\":3,\"success\":false,\"error\":\"division by zero\"}",
                        "{\"id\":4}",
                        "{\"id\":5,\"success\":true}",
                        "{\"id\":6,\"success\":true,\"output\":{\"gradients\":[{\"weights\":[[1,2]],\"bias\":[3]}]}}",
                        "{\"id\":7,\"success\":true,\"output\":{\"gradient\":[]}}",
                        right.formatted(8));
        try (var started = scripts().start(script)) {
            Program program = started.program();
            assertThat(program.gradient(scripts().task())).isEqualTo(new Answer.Unsupported<>("mine.sh: no identity"));
            assertFailed(program, "mine.sh: it has failed: division by zero (sent {\"id\":3,", "came {\"id\":3,");
            assertFailed(program, "mine.sh: expected \"success\": true or false, found none (sent");
            assertFailed(program, "mine.sh: expected a field 'output', found none (sent");
            assertFailed(
                    program,
                    "mine.sh, field output.gradients[0].weights: expected 2 x 1 numbers, found 1 x 2 "
                            + "(weights are [nIn, nOut]) (sent");
            assertFailed(
                    program,
                    "mine.sh, field output: unknown field 'gradient': did you mean 'gradients'?",
                    "came {\"id\":7,\"success\":true,\"output\":{\"gradient\":[]}})");
            assertThat(Scripts.given(program.gradient(scripts().task()))
                            .gradient()
                            .values())
                    .containsExactly(1, 2, 3);
        }
    }

    /** An answer to one question is none to another, and the fields of a network are names like others in a function. */
    @Test
    void whatIsAskedForIsRead() throws IOException {
        String layer = "[{\"weights\":[[1],[2]],\"bias\":[3]}]";
        String script = scripts()
                .answering(
                        "{\"id\":0}",
                        Scripts.DEFINED,
                        "{\"id\":2,\"success\":true,\"output\":{\"layers\":%s}}".formatted(layer),
                        "{\"id\":3,\"success\":true,\"output\":{\"gradients\":%s}}".formatted(layer),
                        "{\"id\":4,\"success\":true,\"output\":{\"gradients\":%1$s,\"layers\":%1$s}}".formatted(layer),
                        "{\"id\":5,\"success\":true,\"output\":{\"gradients\":[{\"weights\":[[1],[2]],\"bais\":[3]}]}}");
        try (var started = scripts().start(script)) {
            assertFailed(started.program(), "mine.sh, field output: unknown field 'layers' (valid: ");
            assertThat(started.program().step(scripts().task()))
                    .asString()
                    .contains("mine.sh, field output: expected a field 'layers', found none (sent");
            // (0.5 - 1, -0.25 - 2, 0.1 - 3) / 0.5
            assertThat(Scripts.given(started.program().step(scripts().task()))
                            .gradient()
                            .values())
                    .containsExactly(-1, -4.5, -5.8);
            assertFailed(
                    started.program(),
                    "mine.sh, field output.gradients[0]: unknown field 'bais': did you mean 'bias'? (valid: weights, bias)");
        }
        String own = Scripts.OWN.replace("\"scale\"", "\"layers\"").replace("\"w\"", "\"gradients\"");
        script = scripts()
                .answering(
                        own,
                        Scripts.DEFINED,
                        "{\"id\":2,\"success\":true,\"output\":{\"gradients\":[1,2,3,4],\"seconds\":1}}");
        try (var started = scripts().start(script)) {
            List<double[]> point = List.of(new double[] {2}, new double[] {1, 2, 3, 4});
            assertThat(Scripts.given(started.program().gradient(point))
                            .gradients()
                            .get(0))
                    .containsExactly(1, 2, 3, 4);
        }
    }

    private void assertFailed(Program program, String... sentence) throws IOException {
        Answer<Claim> answer = program.gradient(scripts().task());
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        assertThat(((Answer.Failed<Claim>) answer).reason())
                .startsWith(sentence[0])
                .contains(sentence);
    }

    @Test
    void aGradientOfAFunctionThatIsMissingOrMisshapenIsNamed() throws IOException {
        String script = scripts()
                .answering(
                        Scripts.OWN,
                        Scripts.DEFINED,
                        "{\"id\":2,\"success\":true,\"output\":{\"dw\":[1,2,3,4]}}",
                        "{\"id\":3,\"success\":true,\"output\":{\"w\":[1,2,3]}}",
                        "{\"id\":4,\"success\":true,\"output\":{\"w\":[[1,2,3,4]]}}");
        List<double[]> point = List.of(new double[] {2}, new double[] {1, 2, 3, 4});
        try (var started = scripts().start(script)) {
            assertThat(started.program().gradient(point))
                    .asString()
                    .contains("mine.sh, field output: expected a gradient 'w', found dw (sent");
            assertThat(started.program().gradient(point))
                    .asString()
                    .contains("field output.w: expected 2 x 2 numbers, flat or as arrays in arrays, found 3 numbers (");
            assertThat(started.program().gradient(point)).asString().contains("found 1 x 4 numbers (");
        }
    }
}
