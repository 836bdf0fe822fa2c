package handgrad.show.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import handgrad.input.claim.CaseFile;
import handgrad.judge.reading.Step;
import handgrad.lab.EngineKind;
import handgrad.lab.Examiner;
import handgrad.lab.Experiments;
import handgrad.lab.Workbench;
import handgrad.lab.result.Mistaken.Place;
import handgrad.lab.result.Run;
import handgrad.network.Precision;
import handgrad.testing.Runs;
import handgrad.train.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A page that has a mistake to tell of begins with it. */
class MistakePageTest {
    private static final JsonNode TRANSPOSED = verified("mistake-transposed-weights");

    private static JsonNode verified(String name) {
        var given = CaseFile.read(Path.of("src/test/resources/reference/cases", name + ".json"));
        return Page.of(new Examiner(List.of(EngineKind.HAND), Precision.DOUBLE).examine(given))
                .data();
    }

    private static JsonNode trained(String variant) {
        var experiment = Experiments.named("sign-faults");
        Run run = Workbench.all(experiment, experiment.defaults().withEpochs(5), List.of(EngineKind.HAND)).stream()
                .filter(bench -> bench.topic().variant().orElseThrow().equals(variant))
                .findFirst()
                .orElseThrow()
                .run(Progress.silent());
        return Page.of(run).data();
    }

    /** The file says which mistake was made, and in which layer. */
    @Test
    void theMistakeIsTheHeadline() {
        assertThat(TRANSPOSED.at("/headline").asString()).startsWith("Layer 2").contains("transposed");
        String html = new Page((tools.jackson.databind.node.ObjectNode) TRANSPOSED).html(List.of());
        assertThat(html).contains("<h1><bdi>Layer 2").contains("<title>mistake-transposed-weights</title>");
        assertThat(TRANSPOSED.at("/mistake/said").valueStream().map(JsonNode::asString))
                .containsExactly("transposed-weights explains every wrong entry.", "Layer 1 is right.");
    }

    @Test
    void whatIsComputedStandsBesideWhatIsRightWithTheDifferenceMarked() {
        JsonNode slip = TRANSPOSED.at("/mistake/readings/0/slips/0");
        assertThat(slip.at("/name").asString()).isEqualTo("transposed-weights");
        assertThat(slip.at("/computes/marked").asString()).isEqualTo("(a1^T delta2)^T");
        assertThat(slip.at("/right/marked").asString()).isEqualTo("a1^T delta2");
        assertThat(slip.at("/look").asString()).contains("dW2", "[nIn, nOut]");
        assertThat(TRANSPOSED.at("/mistake/sure").asString()).contains("No other known mistake fits");
    }

    /** A transposed 4x4 matrix: the four entries of its diagonal stay right. */
    @Test
    void theNetworkShowsWhichGradientIsWrong() {
        JsonNode links = TRANSPOSED.at("/stations/links");
        assertThat(TRANSPOSED.at("/stations/nodes").valueStream().map(node -> node.path("state")
                        .asString()))
                .containsExactly("unjudged", "right", "wrong", "unjudged");
        assertThat(links.valueStream().map(link -> link.path("here").asBoolean()))
                .containsExactly(false, true, false);
        assertThat(links.at("/1/parts/0/name").asString()).isEqualTo("dW2");
        assertThat(links.at("/1/parts/0/wrong").asInt()).isEqualTo(12);
        assertThat(links.at("/1/parts/1/verdict").asString()).isEqualTo("right");
    }

    /** Every step is a place that is shown: a layer, what leads to it, or the loss. */
    @ParameterizedTest
    @EnumSource(Step.class)
    void everyStepHasAPlaceAndAWordOnWhereToLook(Step step) {
        var network = Runs.xor(1, "hand").network();
        var place = new Place(step, step == Step.PASSED_DOWN ? 0 : 1);
        NetworkPart part = NetworkPart.of(network, List.of(place));
        long marked = part.nodes().stream().filter(NetworkPart.Node::here).count()
                + part.links().stream()
                        .filter(link -> link.here() || link.passes() != null)
                        .count();
        assertThat(marked).isEqualTo(1);
        assertThat(WhereToLook.of(place)).isNotBlank().endsWith(".");
    }

    @Test
    void aWrongDeltaOnTheWayDownIsMarkedBetweenTheLayers() {
        var part = NetworkPart.of(Runs.xor(1, "hand").network(), List.of(new Place(Step.PASSED_DOWN, 0)));
        assertThat(part.links().get(1).passes()).isEqualTo("delta2 W2");
    }

    @Test
    void theFiveWorstEntriesAreThereWithWhatIsRight() {
        assertThat(TRANSPOSED.at("/worstEntries")).hasSize(5);
        double before = Double.POSITIVE_INFINITY;
        for (JsonNode entry : TRANSPOSED.at("/worstEntries")) {
            double error = entry.path("yours").asDouble() - entry.path("right").asDouble();
            assertThat(entry.path("error").asDouble()).isCloseTo(error, within(1e-15));
            assertThat(entry.path("excess").asDouble()).isGreaterThan(1).isLessThanOrEqualTo(before);
            before = entry.path("excess").asDouble();
        }
        assertThat(TRANSPOSED.at("/worstEntries/0/entry").asString())
                .as("that of the row of its matrix")
                .isEqualTo(TRANSPOSED.at("/gradients/2/entry").asString());
    }

    @Test
    void aRightGradientHasNoMistakeAndASentenceForIt() {
        JsonNode page = verified("deep-mixed");
        assertThat(page.at("/headline").asString()).isEqualTo("Every entry is right up to rounding");
        assertThat(page.at("/mistake").isNull()).isTrue();
        assertThat(page.at("/worstEntries")).isEmpty();
        assertThat(page.at("/gradients"))
                .hasSize(8)
                .allMatch(row -> row.path("verdict").asString().equals("right"));
    }

    /** A run with the fault that the sign network's program had: its gradient of the bias is not there. */
    @Test
    void aRunThatFailsBeginsWithItsMistakeToo() {
        JsonNode page = trained("no bias");
        assertThat(page.at("/verdict/success").asBoolean()).isFalse();
        assertThat(page.at("/headline").asString()).contains("bias");
        assertThat(page.at("/mistake/readings/0/slips/0/name").asString()).isEqualTo("bias-gradient-missing");
        assertThat(page.at("/stations/links").valueStream().filter(link -> link.path("here")
                        .asBoolean()))
                .isNotEmpty();
    }

    @Test
    void aRunThatAgreesBeginsWithItsName() {
        Page page = Page.of(Runs.xor(2, "hand", "dl4j"));
        assertThat(page.data().path("headline").isNull()).isTrue();
        assertThat(page.headline()).isEqualTo(page.title());
        assertThat(page.data().path("mistake").isNull()).isTrue();
    }

    /** Nothing is wrong with the gradient: what happened is the headline. */
    @Test
    void aRunThatIsLostSaysSo() {
        JsonNode page = Page.of(Runs.diverging()).data();
        assertThat(page.at("/headline").asString()).startsWith("The run was lost");
        assertThat(page.at("/mistake").isNull()).isTrue();
    }
}
