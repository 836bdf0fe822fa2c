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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be left out of a case file or said in another way, and what is said of what contradicts itself. */
class ConventionsTest {
    /** 3 samples, 2-3-2; the numbers do not matter. */
    private static final String CASE = """
            {"layers": [
              {"weights": [[1, 2, 3], [4, 5, 6]], "bias": [7, 8, 9], "activation": "tanh"},
              {"weights": [[1, 2], [3, 4], [5, 6]], "bias": [0, 1], "activation": "softmax"}],
             "loss": "cross-entropy", "reduction": "mean", "x": [[1, 2], [3, 4], [5, 6]], "y": [0, 1, 1],
             "claimed": {"gradients": [
              {"weights": [[1, 2, 3], [4, 5, 6]], "bias": [7, 8, 9]}, {"weights": [[1, 2], [3, 4], [5, 6]], "bias": [0, 1]}]}}
            """;

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("case.json"), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "loss": "cross-entropy"   | "loss": "cross-entropy", "upstream": [[1, 2]] | field upstream: expected none beside 'loss', found both
            "loss": "cross-entropy", "reduction": "mean", | "upstream": [[1, 2]],             | field upstream: expected none beside 'y', found both
            "claimed": {              | "after": [], "claimed": {           | field after: expected none beside 'claimed.gradients', found both
            "claimed": {              | "before": [], "claimed": {          | field before: expected none beside 'claimed.gradients', found both
            "gradients": [            | "updates": [], "gradients": [       | field claimed.gradients: expected none beside 'claimed.updates', found both
            "claimed": {              | "before": [], "other": {            | unknown field 'other'
            "gradients": [            | "updates": [                        | field claimed.updates: expected a field 'learningRate' beside it
            "x": [[1, 2], [3, 4], [5, 6]] | "x": [[1, 3, 5], [2, 4, 6]]     | expected 2 x 2 numbers, found 2 x 3 (samples are rows, [n, nIn]); every shape of the file fits with "layout": {"samples": "columns"}
            "y": [0, 1, 1]            | "y": [0, 1, 2]                      | field y: expected a class of each sample, 0 to 1, or targets [n, nOut], found 2.0 for sample 2
            "y": [0, 1, 1]            | "y": [NaN, 1, 1]                    | expected a finite number, found NaN
            "loss": "cross-entropy"   | "loss": "MSE"                       | field loss: 'MSE' may mean several losses
            "reduction": "mean"       | "reduction": "none"                 | field reduction: 'none' leaves a loss for each sample
            "reduction": "mean"       | "reduction": "mean", "penalty": {"l2": 1} | field penalty: expected a field 'half', found none: true for lambda/2 sum w^2
            "reduction": "mean"       | "reduction": "mean", "penalty": {}  | field penalty: expected 'l1' or 'l2'
            "reduction": "mean"       | "reduction": "mean", "layout": {"bias": "first-column"} | field layout.bias: expected a row, as weights are [nIn + 1, nOut], found 'first-column'
            "reduction": "mean"       | "reduction": "mean", "layout": {"samples": "colums"} | unknown layout.samples 'colums': did you mean 'columns'?
            "bias": [7, 8, 9], "act   | "bias": "fixed", "act               | field layers[0].bias: expected 3 numbers, found none
            "tanh"                    | "softmacks"                         | unknown activation 'softmacks': did you mean 'softmax'?
            "softmax"                 | "sigmoid"                           | loss 'cross-entropy' is not defined on 'sigmoid' outputs, expected softmax
            "bias": [7, 8, 9], "act   | "act                                | field claimed.gradients[0].bias: expected none, as layer 1 has no bias
            """)
    void contradictionsAndShapesAreNamed(String right, String wrong, String complaint) throws IOException {
        assertThat(CASE).contains(right);
        Path file = file(CASE.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
        assertThatThrownBy(() -> CaseFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "tanh"          | "ReLU"                     | relu
            "tanh"          | "linear"                   | identity
            "tanh"          | "Logistic"                 | sigmoid
            "tanh"          | "leaky_relu"               | leaky-relu
            "tanh"          | "LeakyReLU(0.2)"           | leaky-relu(0.2)
            """)
    void namesOfOthersAreUnderstood(String right, String other, String meant) throws IOException {
        Case read = CaseFile.read(file(CASE.replace(right, other)));
        assertThat(read.network().layer(0).activation().id()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "bias": [7, 8, 9]}  | "bias": "fixed"}
            "bias": [7, 8, 9]}  | "bias": null}
            , "bias": [7, 8, 9]}  | }
            """)
    void aFixedBiasIsNotClaimed(String right, String fixed) throws IOException {
        Case read = CaseFile.read(file(CASE.replace(right, fixed)));
        assertThat(read.claim().orElseThrow().handed().blocks())
                .hasSize(3)
                .doesNotContain(read.network().blocks().get(1));
    }

    @Test
    void remarksDoNotMatter() throws IOException {
        Case read =
                CaseFile.read(file(CASE.replace("\"loss\"", "\"comment\": \"mine\", \"description\": [1], \"loss\"")));
        assertThat(read.samples().y()).isEqualTo(new double[][] {{1, 0}, {0, 1}, {0, 1}});
    }

    @Test
    void columnsAndOutInAreTurned() throws IOException {
        Case usual = CaseFile.read(file(CASE));
        Case turned = CaseFile.read(file("""
            {"layout": {"samples": "columns", "weights": "out-in", "bias": "last-column"}, "layers": [
              {"weights": [[1, 4, 7], [2, 5, 8], [3, 6, 9]], "activation": "tanh"},
              {"weights": [[1, 3, 5, 0], [2, 4, 6, 1]], "activation": "softmax"}],
             "loss": "cross-entropy", "reduction": "mean", "x": [[1, 3, 5], [2, 4, 6]], "y": [[1, 0, 0], [0, 1, 1]]}"""));
        assertThat(turned.parameters()).isEqualTo(usual.parameters());
        assertThat(turned.samples()).isEqualTo(usual.samples());
    }

    /** dL/dx of one layer alone, given what comes from above: L = sum g y. */
    @Test
    void oneLayerAloneIsJudgedByWhatComesFromAbove() throws IOException {
        String layer = """
            {"layers": [{"weights": [[1, 2], [3, 4]], "bias": [0.5, -0.5], "activation": "identity"}],
             "x": [[1, 2], [3, 5]], "upstream": [[1, -1], [2, 0.5]],
             "claimed": {"gradients": [{"weights": [[7, 0.5], [12, 0.5]], "bias": [3, -0.5]}],
              "inputs": [[-1, -1], [3, %s]], "outputs": [[7.5, 9.5], [18.5, 25.5]]}}""";
        assertThat(judged(layer.formatted("8")).passes()).isTrue();
        Verification wrong = judged(layer.formatted("8.1"));
        assertThat(wrong.passes()).isFalse();
        assertThat(wrong.judged().orElseThrow().judgement().passes()).isTrue();
        assertThat(wrong.judged().orElseThrow().notes())
                .anyMatch(note -> note.contains(
                        "gradient of the inputs, 1 of 4 entries: sample 1, unit 1 is 8.1, should be 8.0"));
    }

    private Verification judged(String text) throws IOException {
        return new Examiner(List.of(), Precision.DOUBLE).examine(CaseFile.read(file(text)));
    }
}
