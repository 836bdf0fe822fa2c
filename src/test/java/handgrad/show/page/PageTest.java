package handgrad.show.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import handgrad.Figures;
import handgrad.input.claim.CaseFile;
import handgrad.lab.EngineKind;
import handgrad.lab.Examiner;
import handgrad.lab.Experiments;
import handgrad.lab.Workbench;
import handgrad.lab.result.Run;
import handgrad.lab.result.Study;
import handgrad.network.Precision;
import handgrad.testing.Runs;
import handgrad.train.Progress;
import handgrad.train.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page is made from. */
class PageTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Run XOR = Runs.xor(20, "hand", "dl4j");
    private static final Run DIGITS = Runs.digits(2);

    private static JsonNode page(Run run) {
        return JSON.readTree(Page.of(run).files(List.of()).get(Page.DATA));
    }

    @Test
    void beginsWithTheVerdictAndFiveFigures() {
        JsonNode page = page(XOR);
        assertThat(page.get("format").asInt()).isEqualTo(1);
        assertThat(page.get("kind").asString()).isEqualTo("run");
        assertThat(page.at("/verdict/id").asString()).isEqualTo("agree");
        assertThat(page.get("figures")).hasSize(5);
        assertThat(page.get("checks"))
                .as("hand with dl4j, each with the oracle, and the parameters")
                .hasSize(4)
                .allMatch(check -> check.get("passes").asBoolean());
    }

    /** Every series has a value for each of its steps, and what was observed stands in it with every digit. */
    @Test
    void curvesAreWhatWasObserved() {
        JsonNode page = page(XOR);
        var seen = XOR.training().observations();
        for (int engine = 0; engine < 2; engine++) {
            JsonNode losses = page.get("losses").get(engine);
            assertThat(losses.get("steps")).hasSameSizeAs(losses.get("values"));
            for (int i = 0; i < seen.size(); i++) {
                assertThat(losses.get("steps").get(i).asLong())
                        .isEqualTo(seen.get(i).step());
                assertThat(losses.get("values").get(i).asDouble())
                        .isEqualTo(seen.get(i).engines().get(engine).loss());
            }
        }
    }

    /** Two inputs and one output: the corners of the grid are a fifth outside of the samples. */
    @Test
    void xorHasASurfaceAndNoPictures() {
        JsonNode page = page(XOR);
        assertThat(page.at("/surface/x/0").asDouble()).isEqualTo(-0.2);
        assertThat(page.at("/surface/x/1").asDouble()).isEqualTo(1.2);
        int size = page.at("/surface/size").asInt();
        assertThat(page.at("/surface/frames/0/values")).hasSize(size * size);
        assertThat(page.at("/surface/frames/0/step").asInt()).isZero();
        assertThat(page.at("/surface/points")).hasSize(4);
        assertThat(page.get("misread").isNull()).isTrue();
        assertThat(page.get("hidden").isNull()).isTrue();
    }

    /** a = sigmoid(-0.2 W[0,j] - 0.2 W[1,j] + b[j]) at the lower left corner, sigmoid(1.2 ...) at the upper right. */
    @Test
    void xorHasASurfaceOfEachHiddenNeuron() {
        JsonNode hidden = page(XOR).at("/surface/hidden");
        assertThat(hidden.get("total").asInt()).isEqualTo(3);
        assertThat(List.of(hidden.get("from").asDouble(), hidden.get("to").asDouble()))
                .as("the range of a sigmoid")
                .containsExactly(0., 1.);
        var theta = XOR.training().first().parameters();
        for (int j = 0; j < 3; j++) {
            double w = theta.weights(0).getDouble(0, j) + theta.weights(0).getDouble(1, j);
            double b = theta.bias(0).getDouble(j);
            JsonNode values = hidden.at("/neurons/" + j + "/values");
            assertThat(hidden.at("/neurons/" + j + "/layer").asInt()).isEqualTo(1);
            assertThat(values.get(0).asDouble()).isCloseTo(1 / (1 + Math.exp(0.2 * w - b)), within(1e-5));
            assertThat(values.get(values.size() - 1).asDouble())
                    .isCloseTo(1 / (1 + Math.exp(-1.2 * w - b)), within(1e-5));
        }
    }

    /** Of 20 and 2 neurons sixteen: both of the second layer, and the first fourteen of the first. */
    @Test
    void ofManyHiddenNeuronsTheFirstOfEachLayerAreShown() {
        Run wide = Runs.of("xor-cross-entropy", Settings.of(4, 2, 0.1, 20, 2), "hand");
        JsonNode hidden = page(wide).at("/surface/hidden");
        assertThat(hidden.get("total").asInt()).isEqualTo(22);
        assertThat(hidden.get("neurons").valueStream().map(neuron -> neuron.get("layer") + "." + neuron.get("index")))
                .containsExactlyElementsOf(
                        Stream.concat(IntStream.range(0, 14).mapToObj(j -> "1." + j), Stream.of("2.0", "2.1"))
                                .toList());
    }

    @Test
    void withoutAHiddenLayerThereAreNoneToShow() {
        assertThat(page(Runs.of("xor-cross-entropy", Settings.of(4, 2, 0.1), "hand"))
                        .at("/surface/hidden")
                        .isNull())
                .isTrue();
    }

    /** Of a regression: what is true and what is answered, sample by sample, as the run has left it. */
    @Test
    void aRegressionShowsItsAnswersBesideTheTruth() {
        Run sine = Runs.of("sine", Experiments.named("sine").defaults().withEpochs(3), "hand");
        JsonNode fit = page(sine).get("fit");
        double[] truth = sine.split().train().y().getColumn(0).toDoubleVector();
        assertThat(fit.get("of").asInt()).isEqualTo(truth.length);
        assertThat(fit.get("outputs")).hasSize(1);
        for (int i = 0; i < truth.length; i++) {
            assertThat(fit.at("/outputs/0/truth/" + i).asDouble()).isEqualTo(truth[i]);
            assertThat(fit.at("/outputs/0/answers/" + i).asDouble())
                    .isEqualTo(sine.shown().predictions().get(i).get(0));
        }
        assertThat(page(XOR).get("fit").isNull()).as("classes are not drawn so").isTrue();
    }

    private static JsonNode marks(int epochs) {
        var study = Experiments.named("learning-rates");
        List<Run> runs = Workbench.all(study, study.defaults().withEpochs(epochs), List.of(EngineKind.HAND)).stream()
                .map(bench -> bench.run(Progress.silent()))
                .toList();
        return Page.of(new Study(runs, List.of(), true)).data().at("/runs/marks");
    }

    /**
     * Of the rates 0.0001, 0.001, 0.01, 0.1, 0.2, 0.3, 0.5 and 1 the last two are lost within 400 steps; ten steps of 0.0001 lower the
     * loss by some 10 times 0.0001 times the square of a gradient near 1.
     */
    @Test
    void runsOfAStudyThatFailedOrStuckAreMarked() {
        JsonNode marks = marks(400);
        assertThat(marks).hasSize(8);
        for (int i : new int[] {6, 7}) {
            assertThat(marks.at("/%d/kind".formatted(i)).asString()).isEqualTo("failed");
            assertThat(marks.at("/%d/words".formatted(i)).asString()).startsWith("✗ ");
        }
        assertThat(marks.get(3).isNull()).as("0.1 learns").isTrue();
        assertThat(marks(10).at("/0/kind").asString()).isEqualTo("stuck");
        assertThat(marks(10).at("/0/words").asString()).isEqualTo("— stuck");
    }

    /** Each misread digit has 64 pixels, its class, and both answers, of which at least one is wrong. */
    @Test
    void misreadDigitsAreThere() {
        JsonNode page = page(DIGITS);
        JsonNode misread = page.get("misread");
        assertThat(misread.get("of").asInt()).isEqualTo(360);
        double right = DIGITS.training().first().testScore().orElseThrow();
        assertThat(misread.get("total").asInt()).isEqualTo((int) Math.round(360 * (1 - right)));
        assertThat(misread.get("samples"))
                .hasSize(Math.min(60, misread.get("total").asInt()));
        for (JsonNode sample : misread.get("samples")) {
            assertThat(sample.get("pixels")).hasSize(64);
            assertThat(sample.at("/answers/hand").asString())
                    .isNotEqualTo(sample.get("truth").asString());
        }
        assertThat(page.get("hidden").get("neurons")).hasSize(4).allMatch(neuron -> neuron.size() == 64);
        assertThat(page.get("surface").isNull()).isTrue();
        assertThat(page.at("/confusion/engines/1/name").asString()).isEqualTo("dl4j");
    }

    @Test
    void whatIsNotFiniteIsAString() {
        JsonNode page = page(Runs.diverging());
        assertThat(page.at("/verdict/success").asBoolean()).isFalse();
        assertThat(page.at("/ended/how").asString()).isEqualTo("not-finite");
        JsonNode values = page.get("losses").get(0).get("values");
        assertThat(values.get(values.size() - 1).asString()).isIn("NaN", "Infinity");
    }

    @Test
    void oneEngineHasNothingToDifferFrom() {
        JsonNode page = page(Runs.xor(2, "dl4j"));
        assertThat(page.get("lossDifferences")).isEmpty();
        assertThat(page.get("weightMaps")).isEmpty();
        assertThat(page.get("parameterTolerance").isNull()).isTrue();
    }

    /** A wrong gradient: the checks of its parts, the map of its errors, and the mistake by name. */
    @Test
    void aVerificationNamesTheMistake() {
        var given = CaseFile.read(Path.of("src/test/resources/reference/cases/mistake-transposed-weights.json"));
        var result = new Examiner(List.of(EngineKind.HAND), Precision.DOUBLE).examine(given);
        JsonNode page = Page.of(result).data();
        assertThat(page.get("kind").asString()).isEqualTo("verification");
        assertThat(page.at("/verdict/success").asBoolean()).isFalse();
        assertThat(page.get("checks")).hasSize(4);
        assertThat(page.at("/checks/2/name").asString()).isEqualTo("W2");
        assertThat(page.at("/checks/2/passes").asBoolean()).isFalse();
        assertThat(page.at("/mistake/readings/0/slips/0/sentence").asString()).startsWith("layer 2");
        assertThat(page.get("weightMaps"))
                .hasSize(2)
                .allMatch(map -> map.get("share").size() == 16);
        for (int layer = 0; layer < 2; layer++) {
            assertThat(largestShare(page.at("/weightMaps/" + layer)) <= 0)
                    .as("a matrix passes if no entry is further off than rounding allows")
                    .isEqualTo(page.at("/checks/" + 2 * layer + "/passes").asBoolean());
        }
        assertThat(largestShare(page.at("/weightMaps/1")))
                .as("an error like the gradient itself")
                .isGreaterThan(8);
    }

    private static double largestShare(JsonNode map) {
        return map.path("share")
                .valueStream()
                .filter(JsonNode::isNumber)
                .mapToDouble(JsonNode::asDouble)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /**
     * Along a gradient of its own, a run goes elsewhere: from there on the gradients are those of two points. What it is about is
     * its own loss.
     */
    @Test
    void gradientsAreComparedWhereEnginesStandTogether() {
        var experiment = Experiments.named("sign-faults");
        Run run = Workbench.all(experiment, experiment.defaults().withEpochs(50), List.of(EngineKind.HAND)).stream()
                .filter(bench -> bench.topic().variant().orElseThrow().equals("no bias"))
                .map(bench -> bench.run(Progress.silent()))
                .findFirst()
                .orElseThrow();
        JsonNode page = page(run);
        JsonNode first = page.at("/gradientDifferences/0/values/1");
        assertThat(first.get(0).asDouble())
                .as("at the start they stand together")
                .isPositive();
        assertThat(first.valueStream().skip(1)).isNotEmpty().allMatch(JsonNode::isNull);
        assertThat(page.get("weightMaps")).isEmpty();
        assertThat(page.get("apartAtTheEnd").get(0).asString()).isEqualTo("own");
        assertThat(page.at("/figures/0/value").asString())
                .isEqualTo(Figures.of(run.training().results().get(1).loss()));
        assertThat(page.at("/figures/2/note").asString())
                .as("its gradient is wrong from the first step on")
                .isEqualTo("at the start, own and forward mode");
    }

    /** Over 1,000 steps of XOR some hundred are observed: the largest difference need not be one of them. */
    @Test
    void theIndexShowsTheDifferenceThatThePageShows(@TempDir Path folder) throws IOException {
        Run run = Runs.xor(1_000, "hand", "dl4j");
        Files.writeString(
                folder.resolve(Page.DATA), Page.of(run).files(List.of()).get(Page.DATA));
        JsonNode row = Fixtures.embedded(IndexHtml.of(Records.in(folder))).at("/runs/0");
        assertThat(row.get("difference").asDouble()).isEqualTo(run.training().maxParameterDifference());
        assertThat(page(run).at("/figures/1/value").asString())
                .isEqualTo(Figures.difference(row.get("difference").asDouble()));
        assertThat(row.get("learning").asString()).isEqualTo(run.learning().id());
    }

    @Test
    void aStudyHasARowALinkAndACurveForEachRun() {
        var experiment = Experiments.named("xor-stopping");
        List<Run> runs =
                Workbench.all(experiment, experiment.defaults().withEpochs(3), List.of(EngineKind.HAND)).stream()
                        .map(workbench -> workbench.run(Progress.silent()))
                        .toList();
        JsonNode page = Page.of(new Study(runs, List.of("A finding."), true)).data();
        assertThat(page.get("kind").asString()).isEqualTo("study");
        assertThat(page.get("subtitle").asString()).as("a page is no Markdown").endsWith("of the engine hand.");
        assertThat(page.at("/runs/rows")).hasSize(5);
        assertThat(page.at("/runs/links/0").asString()).isEqualTo("seed-4-loss-below-0.05/report.html");
        assertThat(page.get("losses")).hasSize(5);
        assertThat(page.get("findings").get(0).asString()).isEqualTo("A finding.");
    }
}
