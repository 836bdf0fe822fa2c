package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.input.claim.CaseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code handgrad verify}, as a user types it. */
class VerifyTest {
    private static final String CASES = "src/test/resources/reference/cases/";

    @TempDir
    private Path folder;

    private static JsonNode json(Said said) {
        assertThat(said.err()).isEmpty();
        return new JsonMapper().readTree(said.out());
    }

    @Test
    void aRightGradientPasses() {
        Said said = Said.by("verify", CASES + "deep-mixed.json", "--verbose");
        assertThat(said.exit()).isZero();
        assertThat(said.out()).startsWith("deep-mixed: pass").contains("W4", "hand", "dl4j", "h^2.0");
    }

    @Test
    void aWrongOneFailsAndTheMistakeIsNamedWithItsCure() {
        Said said = Said.by("verify", CASES + "mistake-missing-activation-derivative.json");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out())
                .contains(
                        "FAIL",
                        "missing-activation-derivative, layer 1: ",
                        "your program computes: delta1 = dL/da1\n",
                        "right is:              delta1 = dL/da1 * ",
                        "Wrong: W1 (15 of 15 entries), b1 (5 of 5 entries). Right: W2, b2.");
        assertThat(said.out()).doesNotContain("The worst entries");
    }

    @Test
    void jsonIsOneDocumentWithTheAgreedFields() {
        Said said = Said.by("verify", CASES + "mistake-stale-weights.json", "--json");
        assertThat(said.exit()).isEqualTo(1);
        JsonNode result = json(said);
        assertThat(result.propertyNames()).startsWith("name", "verdict", "loss", "parameters", "engines", "diagnosis");
        assertThat(result.get("verdict").asString()).isEqualTo("fail");
        assertThat(result.get("loss").propertyNames()).containsExactly("claimed", "oracle", "hand", "dl4j");
        JsonNode part = result.get("parameters").get(0);
        assertThat(part.propertyNames())
                .containsExactly(
                        "layer",
                        "parameter",
                        "verdict",
                        "maxAbsoluteError",
                        "maxRelativeError",
                        "maxUlps",
                        "failing",
                        "size",
                        "worst");
        assertThat(part.get("worst").propertyNames()).containsExactly("row", "column", "claimed", "oracle");
        assertThat(result.get("engines").get("dl4j").propertyNames()).containsExactly("verdict", "maxRelativeError");
        JsonNode mistake = result.get("diagnosis").get(0);
        assertThat(mistake.propertyNames())
                .containsExactly(
                        "reading",
                        "mistake",
                        "step",
                        "layer",
                        "parameter",
                        "computes",
                        "right",
                        "residual",
                        "explanation");
        assertThat(mistake.get("reading").asInt()).isZero();
        assertThat(mistake.get("step").asString()).isEqualTo("passed-down");
        assertThat(mistake.get("mistake").asString()).isEqualTo("stale-weights");
        assertThat(mistake.get("layer").asInt()).isZero();
    }

    @Test
    void severalCasesAreAnArrayAndAMistakeOfAllLayersIsMetAtTheOutput() {
        Said said = Said.by("verify", CASES + "one-sample.json", CASES + "mistake-factor-two.json", "--json");
        JsonNode results = json(said);
        assertThat(results.size()).isEqualTo(2);
        JsonNode everywhere = results.get(1);
        assertThat(everywhere.at("/diagnosis/0/layer").asInt())
                .isEqualTo(everywhere.at("/parameters").size() / 2 - 1);
        assertThat(everywhere.at("/diagnosis/0/explanation").asString()).contains("in every layer");
    }

    @Test
    void aWitnessThatIsWrongItselfIsToldApart() {
        JsonNode result = json(Said.by("verify", CASES + "saturated-cross-entropy.json", "--json"));
        assertThat(result.get("verdict").asString()).isEqualTo("pass");
        assertThat(result.get("engines").get("hand").get("verdict").asString()).isEqualTo("pass");
        assertThat(result.get("engines").get("dl4j").get("verdict").asString()).isEqualTo("fail");
        assertThat(result.get("notes").valueStream().map(JsonNode::asString))
                .anySatisfy(note -> assertThat(note).contains("dl4j is itself wrong here", "clipped"));
    }

    @Test
    void anExperimentsOwnEnginesAreVerifiedAtItsStart() {
        Said said = Said.by("verify", "xor-squared-error", "--json");
        assertThat(said.exit()).isZero();
        assertThat(json(said).get("loss").get("claimed").isNull()).isTrue();
    }

    @Test
    void aJavaClassIsRunOverTheStandardCases() {
        Said said = Said.by("verify", "experiments/gradients/MyBackprop.java");
        assertThat(said.exit()).isZero();
        assertThat(said.out()).startsWith("MyBackprop: pass (16 of 16 cases are right)");
    }

    /** The right gradient of the sum, claimed for the mean, with the loss that belongs to it. */
    @Test
    void theRightGradientOfAnotherLossIsToldFromAWrongOne() throws Exception {
        String sum = Files.readString(Path.of(CASES, "xor-binary-cross-entropy-sum.json"));
        Path file = Files.writeString(folder.resolve("mean.json"), sum.replace("\"sum\"", "\"mean\""));
        Said said = Said.by("verify", file.toString());
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out())
                .contains("sum-instead-of-mean", "right gradient of another loss, binary-cross-entropy (sum)");
    }

    @Test
    void aReportHasAPictureOfEachWeightMatrix() {
        Said.by("verify", CASES + "mistake-sign-flipped.json", "--report", "--results", folder.toString());
        Path own = folder.resolve("verify").resolve("mistake-sign-flipped");
        assertThat(List.of("report.md", "error-W1.png", "error-W2.png"))
                .allMatch(name -> Files.exists(own.resolve(name)));
        assertThat(own.resolve("report.html")).content().contains("<a href=\"../../index.html\">All results</a>");
        assertThat(folder.resolve("index.html")).content().contains("[\"verify\",\"mistake-sign-flipped\"]");
    }

    @Test
    void aTieIsSeparatedByACaseThatIsWritten() throws Exception {
        var read = CaseFile.read(Path.of(CASES, "one-sample.json"));
        double[] gradient = read.claim().orElseThrow().gradient().values();
        Arrays.setAll(gradient, i -> gradient[i] / 2);
        Path half = Files.writeString(folder.resolve("half.json"), CaseFile.write(read));
        Path separating = folder.resolve("separating.json");
        Said said = Said.by("verify", half.toString(), "--separate", separating.toString());
        assertThat(said.out()).contains("a tie", "factor-half", "divided-by-outputs");
        assertThat(CaseFile.read(separating).claim()).isEmpty();
    }

    /**
     * One sample x = 1 with W = 1 and b = 0: z = 1, y = gelu(1) = P(1) = 0.841345, which is further than 0.5 from the target 0, so
     * that L = 0.5 (y - 0.25) and dL/dy = 0.5; f'(1) = P(1) + p(1) = 1.083315.
     */
    private Said geluAndHuber(double gradient) throws IOException {
        return Said.by(
                "verify",
                Files.writeString(folder.resolve("gelu.json"), """
                        {"layers": [{"weights": [[1]], "bias": [0], "activation": "gelu"}],
                         "loss": "huber(0.5)", "reduction": "sum", "x": [[1]], "y": [[0]],
                         "claimed": {"loss": 0.29567237303427147, "gradients": [{"weights": [[%s]], "bias": [%s]}]}}
                        """.formatted(gradient, gradient))
                        .toString());
    }

    @Test
    void functionsWithNumbersOfTheirOwnAreVerified() throws IOException {
        Said right = geluAndHuber(0.5 * 1.083315470587686);
        assertThat(right.exit()).isZero();
        assertThat(right.out()).contains("huber(0.5)");
        Said wrong = geluAndHuber(0.5);
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.out()).contains("missing-activation-derivative");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gelo|huber|field layers[0].activation: unknown activation 'gelo': did you mean 'gelu'? (valid: elu, ",
                "gelu(1)|huber|activation 'gelu(1)': expected no number, gelu has none",
                "leaky-relu(2,3)|huber|activation 'leaky-relu(2,3)': expected one number, its slope, as in leaky-relu(0.01)",
                "leaky-relu(x)|huber|activation 'leaky-relu(x)': expected a number, found 'x'",
                "leaky-relu(-1)|huber|expected a slope of at least 0, as in leaky-relu(0.01)",
                "gelu|huber(-1)|field loss: loss 'huber(-1)': expected a threshold above 0, as in huber(1)",
                "gelu|hubert|unknown loss 'hubert': did you mean 'huber'?"
            })
    void wrongFunctionsAreAnsweredInOneSentence(String activation, String loss, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.json"), """
                {"layers": [{"weights": [[1]], "bias": [0], "activation": "%s"}],
                 "loss": "%s", "reduction": "sum", "x": [[1]], "y": [[0]]}
                """.formatted(activation, loss));
        Said said = Said.by("verify", file.toString());
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.complaints()).hasSize(1).first().asString().contains(sentence);
    }

    @Test
    void whereThereIsNoTieTheVerdictStands() {
        Path separating = folder.resolve("made/separating.json");
        Said said = Said.by("verify", CASES + "one-sample.json", "--separate", separating.toString(), "--json");
        assertThat(said.exit()).isZero();
        assertThat(new JsonMapper().readTree(said.out()).get("verdict").asString())
                .isEqualTo("pass");
        assertThat(said.complaints())
                .containsExactly("--separate: no two mistakes fit equally well, so nothing was written");
        assertThat(separating.getParent()).doesNotExist();
    }

    @Test
    void casesOfOneNameHaveAFolderEach() throws Exception {
        String text = Files.readString(Path.of(CASES, "one-sample.json"));
        Path one = Files.writeString(folder.resolve("a.json"), text);
        Path two = Files.writeString(folder.resolve("b.json"), text);
        Said said = Said.by("verify", one.toString(), two.toString(), "--report", "--results", folder.toString());
        assertThat(said.complaints()).hasSize(2);
        assertThat(folder.resolve("verify/one-sample/report.md")).exists();
        assertThat(folder.resolve("verify/one-sample-2/report.md")).exists();
    }

    @Test
    void aNameCannotForgeAVerdict() throws Exception {
        String text = Files.readString(Path.of(CASES, "mistake-sign-flipped.json"));
        String name = "x\\nright: pass (2-2-1)\\r\\u001b[1A\\u202e **`[a](b)` <b>";
        Path file = Files.writeString(
                folder.resolve("forged.json"), text.replace("\"mistake-sign-flipped\"", "\"" + name + "\""));
        Said said = Said.by("verify", file.toString(), "--report", "--results", folder.toString());
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).startsWith("x right: pass (2-2-1) \uFFFD[1A\uFFFD **`[a](b)` <b>: FAIL (");
        assertThat(said.out().lines()).noneMatch(line -> line.startsWith("right"));
        String page = Files.readString(folder.resolve("verify/x-right-pass-2-2-1-1A-a-b-b-/report.md"));
        assertThat(page.lines().findFirst())
                .hasValue("# x right: pass (2-2-1) \uFFFD\\[1A\uFFFD \\*\\*\\`\\[a\\](b)\\` \\<b\\>"
                        .replace("(2-2-1)", "\\(2-2-1\\)")
                        .replace("(b)", "\\(b\\)"));
    }

    @Test
    void aClassIsAnArrayEvenOfOneCase() throws Exception {
        Path file = Files.writeString(folder.resolve("Skips.java"), """
                import handgrad.engine.*;
                import handgrad.network.*;

                public final class Skips implements handgrad.input.userclass.HandGradient {
                    public Parameters gradient(Network network, Parameters p, Batch batch) {
                        throw new UnsupportedOperationException("nothing");
                    }
                }
                """);
        JsonNode results = new JsonMapper()
                .readTree(Said.by("verify", file.toString(), "--json").out());
        assertThat(results.isArray()).isTrue();
        assertThat(results.size()).isEqualTo(1);
    }

    /** At a kink a right gradient looks wrong to finite differences; beyond a million, ULPs are no measure. */
    @Test
    void aKinkIsSaidWhereFiniteDifferencesAreQuoted() throws Exception {
        Path file = Files.writeString(folder.resolve("kink.json"), """
                {"name": "kink", "layers": [{"weights": [[1, 0.5]], "bias": [-1, 0.25], "activation": "relu"},
                  {"weights": [[0.5], [1]], "bias": [0], "activation": "identity"}],
                 "loss": "half-squared-error", "reduction": "mean", "x": [[1]], "y": [[0]],
                 "claimed": {"gradients": [{"weights": [[0, 0.75]], "bias": [0, 0.75]},
                  {"weights": [[0], [0.5625]], "bias": [0.75]}]}}
                """);
        Said said = Said.by("verify", file.toString(), "--verbose");
        assertThat(said.exit()).as(said.out()).isZero();
        assertThat(said.out()).contains("as a kink makes it 1").contains("apart at every step");
        assertThat(Said.by("verify", CASES + "mistake-sign-flipped.json", "--verbose")
                        .out())
                .contains("central differences stay 2.0e+00 or more apart at every step")
                .containsPattern("FAIL \\|[^|]+\\|[^|]+\\| +- \\|");
    }

    /** 1.2 e^2 has the gradient 2.4 e de/dtheta: nothing is wrong with the differentiation, only with the loss. */
    @Test
    void aClassIsJudgedAgainstItsOwnLossToo() throws Exception {
        Path file = Files.writeString(folder.resolve("OwnLoss.java"), """
                import handgrad.engine.*;
                import handgrad.network.*;
                import java.util.OptionalDouble;

                public final class OwnLoss implements handgrad.input.userclass.HandGradient {
                    public Parameters gradient(Network network, Parameters p, Batch batch) {
                        if (!network.loss().id().equals("half-squared-error") || network.depth() != 1) {
                            throw new UnsupportedOperationException("one layer with half squared error only");
                        }
                        Parameters g = Parameters.zeros(network, p.dataType());
                        var delta = error(p, batch).muli(2.4 / batch.n());
                        g.weights(0).assign(batch.x().transpose().mmul(delta));
                        g.bias(0).assign(delta.sum(0));
                        return g;
                    }

                    public OptionalDouble loss(Network network, Parameters p, Batch batch) {
                        var e = error(p, batch);
                        return OptionalDouble.of(1.2 * e.muli(e).sumNumber().doubleValue() / batch.n());
                    }

                    private static org.nd4j.linalg.api.ndarray.INDArray error(Parameters p, Batch batch) {
                        return batch.x().mmul(p.weights(0)).addiRowVector(p.bias(0)).subi(batch.y());
                    }
                }
                """);
        Said said = Said.by("verify", file.toString());
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("15 cases were skipped");
        assertThat(said.out())
                .contains(
                        "wrong-scale",
                        "the gradient is 2.4 times the right one",
                        "right gradient of its own loss",
                        "The claimed loss is wrong");
    }
}
