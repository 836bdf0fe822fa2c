package handgrad.input.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case file is read as it was meant, written as it can be read, and refused in a sentence that names the field. */
class CaseFileTest {
    private static final String CASE = """
            {"name": "one", "layers": [
              {"weights": [[1, 2, 3], [4, 5, 6]], "bias": [7, 8, 9], "activation": "tanh"},
              {"weights": [[1], [2], [3]], "bias": [0], "activation": "sigmoid"}],
             "loss": "half-squared-error", "reduction": "mean", "x": [[1, 2], [3, 4]], "y": [[0], [1]],
             "claimed": {"loss": 0.5, "gradients": [
              {"weights": [[1, 2, 3], [4, 5, 6]], "bias": [7, 8, 9]}, {"weights": [[1], [2], [3]], "bias": [0]}]},
             "learningRate": 0.5}
            """;

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("case.json"), text);
    }

    @Test
    void weightsAreRowsOfInputsAndBecomeColumnsOfTheFlatVector() throws IOException {
        Case read = CaseFile.read(file(CASE));
        assertThat(read.network().shape()).isEqualTo("2-3-1");
        assertThat(read.parameters().values()).startsWith(1, 4, 2, 5, 3, 6, 7, 8, 9);
        assertThat(read.samples().n()).isEqualTo(2);
        assertThat(read.claim().orElseThrow().loss()).hasValue(0.5);
        assertThat(read.learningRate()).hasValue(0.5);
    }

    @Test
    void whatIsWrittenReadsTheSame() throws IOException {
        Case read = CaseFile.read(file(CASE));
        Case again = CaseFile.read(file(CaseFile.write(read)));
        assertThat(again.network()).isEqualTo(read.network());
        assertThat(again.parameters().values()).isEqualTo(read.parameters().values());
        assertThat(again.claim().orElseThrow().gradient().values())
                .isEqualTo(read.claim().orElseThrow().gradient().values());
        assertThat(again.samples()).isEqualTo(read.samples());
    }

    @Test
    void claimNameAndRateMayBeAbsent() throws IOException {
        int claimed = CASE.indexOf(",\n \"claimed\"");
        Case read = CaseFile.read(file(CASE.substring(0, claimed).replace("\"name\": \"one\",", "") + "}"));
        assertThat(read.claim()).isEmpty();
        assertThat(read.name()).endsWith("case.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "tanh"                    | "tahn"               | layers[0].activation: unknown activation 'tahn': did you mean 'tanh'?
            "half-squared-error"      | "half-square-error"  | loss: unknown loss 'half-square-error': did you mean 'half-squared-error'?
            [4, 5, 6]], "bias"        | [4, 5]], "bias"      | layers[0].weights[1]: expected 3 numbers, found 2
            [7, 8, 9], "activation"   | [7, 8], "activation" | layers[0].bias: expected 3 numbers, found 2
            {"weights": [[1], [2], [3]], "bias": [0], "act | {"weights": [[1], [2]], "bias": [0], "act | layers[1].weights: expected 3 rows, the outputs of the layer before, found 2
            "x": [[1, 2], [3, 4]]     | "x": [[1, 2, 3]]     | x: expected 1 x 2 numbers, found 1 x 3
            "y": [[0], [1]]           | "y": [[0]]           | y: expected 2 x 1 numbers, found 1 x 1
            "x": [[1, 2], [3, 4]]     | "x": []              | x: expected at least one element, found an empty array
            "x": [[1,                 | "x": [[NaN,          | x[0][0]: expected a finite number, found NaN
            "x": [[1,                 | "x": [[1e999,        | x[0][0]: expected a finite number, found one out of the range of double precision
            "x": [[1,                 | "x": [["1",          | x[0][0]: expected a number, found the text "1"
            "reduction": "mean",      | ''                   | expected a field 'reduction', found none
            "learningRate"            | "learningrate"       | unknown field 'learningrate': did you mean 'learningRate'?
            "reduction": "mean"       | "reduction": "mean", "loss": "mean-squared-error" | Duplicate Object property
            {"weights": [[1], [2], [3]], "bias": [0]}] | {"weights": [[1], [2]], "bias": [0]}] | claimed.gradients[1].weights: expected 3 x 1 numbers, found 2 x 1
            , {"weights": [[1], [2], [3]], "bias": [0]}] | ] | claimed.gradients: expected 2 layers, found 1
            "sigmoid"                 | "softmax"            | softmax over one output is always 1
            [3, 4]], "y": [[0], [1]]  | [3, 4]], "y": [[0], []]  | y[1]: expected at least one element, found an empty array
            "learningRate": 0.5       | "learningRate": 0    | learningRate: expected a number above 0, found 0
            "bias": [0], "act         | "bias": [0, 1], "act | layers[1].bias: expected 1 number, found 2
            "tanh"                    | "wavelet"            | layers[0].activation: unknown activation 'wavelet' (valid: elu,
            "half-squared-error"      | "cross-entropy"      | loss 'cross-entropy' is not defined on 'sigmoid' outputs
            """)
    void aWrongFieldIsNamed(String right, String wrong, String complaint) throws IOException {
        assertThat(CASE).contains(right);
        Path file = file(CASE.replace(right, wrong));
        assertThatThrownBy(() -> CaseFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(complaint);
    }

    @Test
    void whatIsNoCaseFileIsRefusedWhateverItsSize() throws IOException {
        assertRefused(text -> "", "expected an object");
        assertRefused(text -> "[".repeat(100_000), "nested more than 16 deep");
        assertRefused(text -> text.substring(0, 100), "not valid JSON");
        assertRefused(text -> text + " ".repeat(33 << 20), "expected at most 32 MB, found 33 MB");
        assertThatThrownBy(() -> CaseFile.read(folder)).hasMessage(folder + ": is a folder, expected a file");
        Path missing = folder.resolve("none.json");
        assertThatThrownBy(() -> CaseFile.read(missing)).hasMessage(missing + ": no such file");
    }

    @Test
    void theLibrarysOwnWordsAreNotShown() throws IOException {
        assertRefused(text -> text + "{}", "line 8, column 1: text after the end of the case");
        assertThatThrownBy(() -> CaseFile.read(file(CASE.substring(0, 100))))
                .hasMessageContaining("not valid JSON: Unexpected end-of-input")
                .hasMessageNotContaining("StreamReadFeature");
    }

    /** What is echoed is cut, and cannot move the cursor. */
    @Test
    void hostileTextIsShownWithoutItsPower() throws IOException {
        for (String field : new String[] {"tanh", "half-squared-error", "learningRate"}) {
            String hostile = "\\u001b[2J\\n\\u202e" + "a".repeat(3000);
            assertThatThrownBy(() -> CaseFile.read(file(CASE.replace("\"" + field, "\"" + hostile))))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("unknown")
                    .hasMessageNotContainingAny("\u001b", "\n", "\u202e", "did you mean")
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
        }
    }

    /** Two million numbers, the last of them wrong. */
    @Test
    @Timeout(20)
    void aLargeFileIsRefusedInTime() throws IOException {
        String numbers = "1.25, 3.5, ".repeat(1_000_000);
        String row = "[" + numbers + "2, true]";
        String columns = "[" + "1,".repeat(2_000_001) + "1]";
        Path file = file("""
                {"layers": [{"weights": [%s], "bias": %s, "activation": "identity"}], "loss": "half-squared-error",
                 "reduction": "mean", "x": [[1]], "y": [%s]}""".formatted(row, columns, columns));
        assertThatThrownBy(() -> CaseFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("field layers[0].weights[0][2000001]: expected a number, found true");
    }

    private void assertRefused(UnaryOperator<String> change, String complaint) throws IOException {
        Path file = file(change.apply(CASE));
        assertThatThrownBy(() -> CaseFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(complaint);
    }
}
