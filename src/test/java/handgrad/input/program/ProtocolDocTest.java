package handgrad.input.program;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.input.claim.Claim;
import handgrad.network.MicroBatches;
import handgrad.network.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The conversations in {@code docs/protocol.md}: to these answers Handgrad sends these messages, and reads what they say. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ProtocolDocTest {
    private static final Pattern CONVERSATION = Pattern.compile("```text\n(> .*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private static List<String> lines(int conversation, String mark) throws IOException {
        List<String> all = CONVERSATION
                .matcher(Files.readString(Path.of("docs/protocol.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(all).hasSize(3);
        return all.get(conversation)
                .lines()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
    }

    private Scripts.Started answering(int conversation) throws IOException {
        var scripts = new Scripts(folder);
        return scripts.start(scripts.answering(lines(conversation, "< ").toArray(String[]::new)));
    }

    private void assertSent(int conversation) throws IOException {
        assertThat(trees(new Scripts(folder).messages())).isEqualTo(trees(lines(conversation, "> ")));
    }

    private static List<JsonNode> trees(List<String> lines) {
        return lines.stream()
                .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** z = 0.1 and 0.6, delta = -0.9 and 0.6: L = (0.81 + 0.36) / 4, dW = (0.45, 0.3), db = -0.15. */
    @Test
    void aboutANetwork() throws IOException {
        var scripts = new Scripts(folder);
        try (var started = answering(0)) {
            Program program = started.program();
            assertThat(program.tool()).isEqualTo("mine.py");
            var gradient = (Answer.Given<Claim>) program.gradient(scripts.task());
            assertThat(gradient.value().loss()).hasValue(0.2925);
            assertThat(gradient.value().gradient().values()).containsExactly(0.45, 0.3, -0.15);
            assertThat(program.loss(scripts.task())).isEqualTo(new Answer.Given<>(0.2925));
            var step = (Answer.Given<Claim>) program.step(scripts.task());
            assertThat(step.value().gradient().values())
                    .usingComparatorWithPrecision(1e-15)
                    .containsExactly(0.45, 0.3, -0.15);
            program.tell(false, "the bias gradient is summed over the neurons too");
        }
        assertSent(0);
    }

    /** z = 0.1, 0.6 and 0.6, delta = -0.9, 0.6 and 0: L = (0.81 + 0.36) / 6, dW = (0.9, 0.6) / 3, db = -0.3 / 3. */
    @Test
    void inMicroBatches() throws IOException {
        var samples = new Samples(new double[][] {{1, 2}, {3, 4}, {2, 2}}, new double[][] {{1}, {0}, {0.6}});
        try (var started = answering(2)) {
            Program program = started.program();
            assertThat(program.ability().accumulates()).isTrue();
            var gradient = (Answer.Given<Claim>)
                    program.accumulate(new Scripts(folder).task().on(samples), MicroBatches.of(3, 2));
            assertThat(gradient.value().loss()).hasValue(0.195);
            assertThat(gradient.value().gradient().values()).containsExactly(0.3, 0.2, -0.1);
        }
        assertSent(2);
    }

    /** L = 1 + 4 + 9 + 20.25. */
    @Test
    void aboutAFunctionOfItsOwn() throws IOException {
        List<double[]> point = List.of(new double[] {2}, new double[] {1, 2, 3, 4.5});
        try (var started = answering(1)) {
            Program program = started.program();
            assertThat(program.loss(point)).isEqualTo(new Answer.Given<>(34.25));
            var gradient = (Answer.Given<FunctionClaim>) program.gradient(point);
            assertThat(gradient.value().gradients().get(0)).containsExactly(2, 4, 6, 9);
            program.tell(true, "");
        }
        assertSent(1);
    }
}
