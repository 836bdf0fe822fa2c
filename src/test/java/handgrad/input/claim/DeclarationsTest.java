package handgrad.input.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import handgrad.lab.Examiner;
import handgrad.lab.result.Verification;
import handgrad.network.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Right programs as people have them: what passes as it is, what says what to declare, and that the declaration does it. */
class DeclarationsTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private static Path file(String name) {
        return Path.of("src/test/resources/conventions", name + ".json");
    }

    private static Verification judged(Path file) {
        return new Examiner(List.of(), Precision.DOUBLE).examine(CaseFile.read(file));
    }

    private static List<String> notes(Verification result) {
        return result.judged().orElseThrow().notes();
    }

    private Verification declared(String name, Consumer<ObjectNode> change) throws IOException {
        var document = (ObjectNode) MAPPER.readTree(Files.readString(file(name)));
        change.accept(document);
        return judged(Files.writeString(folder.resolve("declared.json"), document.toString()));
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) MAPPER.readTree(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-bias-gradient-left-out",
                "gradient-8-decimals",
                "all-8-decimals",
                "all-4-decimals",
                "np-mean",
                "bias-as-row",
                "class-indices",
                "reduction-average",
                "one-layer-null",
                "targets-1d",
                "weights-1d",
                "zero-weights",
                "equal-weights",
                "unscaled-inputs",
                "targets-outside",
                "dead-relu"
            })
    void rightAsItIs(String name) {
        assertThat(judged(file(name)).passes()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no-bias-zeros      | leave `bias` out of the layers
            from-step          | declare `fromStep`: true in `claimed`
            as-update          | put it under `claimed.updates` and declare "learningRate": 0.1
            sum-of-squares     | The loss and the gradient are both 2 times those of half-squared-error (sum): both are right for the sum of squares, without 1/2
            with-l2            | declare "penalty": {"l2": 0.1, "half": true}
            ascent             | declare "direction": "ascent"
            float32            | `--float` judges it so
            nan                | 1 of 31 entries are not finite
            mistake-4-decimals | It is wrong even to the 4 decimals of its numbers
            targets-sum-2      | The targets of sample 0 add up to 2
            """)
    void wrongAsItIsButSaysWhatToDeclare(String name, String sentence) {
        Verification result = judged(file(name));
        assertThat(result.passes()).isFalse();
        assertThat(notes(result)).anyMatch(note -> note.contains(sentence));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            theta-with-bias     | "layout": {"weights": "out-in", "bias": "first-column"}: declare that
            columns             | "layout": {"samples": "columns", "weights": "out-in"}: declare that
            gradient-transposed | "layout": {"weights": "out-in"} in "claimed": declare that
            loss-mse            | field loss: 'mse' may mean several losses: expected 'half-squared-error' 1/2 sum_k
            reduction-none      | field reduction: 'none' leaves a loss for each sample: expected 'mean' 1/n sum_i L_i
            one-layer-only      | null stands for a layer whose gradient is not claimed
            """)
    void askedBack(String name, String sentence) {
        assertThatThrownBy(() -> judged(file(name)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file(name).toString())
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zero-weights    | All 4 units of layer 1 are alike, with zero weights
            equal-weights   | All 4 units of layer 1 are alike, with equal weights
            unscaled-inputs | which saturates sigmoid
            targets-outside | A target is 4.0, which tanh outputs cannot reach
            dead-relu       | 4 dead units of layer 1 (relu)
            """)
    void warnsBesideAPass(String name, String sentence) {
        assertThat(notes(judged(file(name)))).anyMatch(note -> note.contains(sentence));
    }

    @Test
    void whatIsDeclaredPasses() throws IOException {
        assertPasses("no-bias-zeros", DeclarationsTest::withoutBiases);
        assertPasses("from-step", root -> claimed(root.put("learningRate", 0.1)).put("fromStep", true));
        assertPasses("from-small-step", root -> claimed(root.put("learningRate", 0.001))
                .put("fromStep", true));
        assertPasses("as-update", root -> {
            claimed(root).set("updates", claimed(root.put("learningRate", 0.1)).remove("gradients"));
        });
        assertPasses("sum-of-squares", root -> root.put("loss", "sum-squared-error"));
        assertPasses("with-l2", root -> root.set("penalty", object("{\"l2\": 0.1, \"half\": true}")));
        assertPasses(
                "theta-with-bias",
                root -> root.set("layout", object("{\"weights\": \"out-in\", \"bias\": \"first-column\"}")));
        assertPasses(
                "columns", root -> root.set("layout", object("{\"samples\": \"columns\", \"weights\": \"out-in\"}")));
        assertPasses("gradient-transposed", root -> claimed(root).set("layout", object("{\"weights\": \"out-in\"}")));
        assertPasses("loss-mse", root -> root.put("loss", "cross-entropy"));
        assertPasses("reduction-none", root -> root.put("reduction", "mean"));
        assertPasses("one-layer-only", root -> ((ArrayNode) claimed(root).get("gradients")).insertNull(0));
        assertPasses("ascent", root -> root.put("direction", "ascent"));
    }

    private void assertPasses(String name, Consumer<ObjectNode> change) throws IOException {
        assertThat(declared(name, change).passes()).as(name).isTrue();
    }

    private static ObjectNode claimed(ObjectNode root) {
        return (ObjectNode) root.get("claimed");
    }

    private static void withoutBiases(ObjectNode root) {
        root.get("layers").forEach(layer -> ((ObjectNode) layer).remove("bias"));
        claimed(root).get("gradients").forEach(layer -> ((ObjectNode) layer).remove("bias"));
    }
}
