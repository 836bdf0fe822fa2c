package handgrad.judge.trace;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.judge.trace.Graph.Kind;
import handgrad.judge.trace.Graph.Node;
import handgrad.judge.trace.Graph.Quantity;
import handgrad.network.Network;
import handgrad.testing.RandomCase;
import handgrad.testing.ReferenceCase;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The graph has what the lines have, node by node. */
class TraceGraphTest {
    private static Trace trace(ReferenceCase reference, Selection selection) {
        return Trace.of(
                reference.point(),
                reference.samples().x()[0],
                reference.samples().y()[0],
                selection);
    }

    private static Graph mazur(Integer layer, Integer neuron) {
        ReferenceCase mazur = ReferenceCase.named("mazur-first-step");
        return trace(mazur, Selection.of(mazur.parameters().network(), number(layer), number(neuron)))
                .graph();
    }

    private static OptionalInt number(Integer given) {
        return given == null ? OptionalInt.empty() : OptionalInt.of(given);
    }

    private static Stream<Quantity> quantities(Graph graph) {
        return Stream.concat(
                graph.nodes().stream().flatMap(node -> node.quantities().stream()),
                graph.edges().stream().flatMap(edge -> edge.weight().stream()));
    }

    static Stream<RandomCase> networks() {
        return RandomCase.many(30);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyWeightHasAnEdgeAndEveryNeuronANode(RandomCase random) {
        Network network = random.parameters().network();
        Graph graph = Trace.of(
                        random.point(),
                        random.samples().x()[0],
                        random.samples().y()[0])
                .graph();
        int weights = network.layers().stream()
                .mapToInt(layer -> layer.nIn() * layer.nOut())
                .sum();
        assertThat(graph.edges().stream()
                        .flatMap(edge -> edge.weight().stream())
                        .map(Quantity::name))
                .hasSize(weights)
                .doesNotHaveDuplicates();
        int neurons = network.size() - weights;
        assertThat(graph.nodes().stream().map(Node::name))
                .hasSize(network.nIn() + 2 * neurons + 2 * network.nOut() + 1)
                .doesNotHaveDuplicates();
        assertThat(graph.nodes()).allMatch(Node::chosen);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void valuesAndDerivativesAreThoseOfTheLines(RandomCase random) {
        Trace trace = Trace.of(
                random.point(), random.samples().x()[0], random.samples().y()[0]);
        assertThat(quantities(trace.graph())).allSatisfy(quantity -> {
            trace.line(quantity.name())
                    .ifPresent(line -> assertThat(quantity.value()).isEqualTo(line.value()));
            trace.line("dL/d" + quantity.name())
                    .ifPresent(line ->
                            assertThat(quantity.derivative().orElseThrow()).isEqualTo(line.value()));
        });
    }

    @Test
    void shortNamesStandInTheGraphToo() {
        assertThat(quantities(mazur(null, null)).map(Quantity::name))
                .contains("w1", "w8", "b1[0]", "b2[1]", "x[1]", "t[0]", "z1[1]", "a1[1]", "y[1]", "L[1]", "L");
    }

    /** What has no derivative: what is given, and where it cancels. */
    @Test
    void crossEntropyHasNoDerivativeByItsOutput() {
        Graph graph = trace(ReferenceCase.named("one-sample"), Selection.all()).graph();
        assertThat(quantities(graph)
                        .filter(quantity -> quantity.derivative().isEmpty())
                        .map(Quantity::name))
                .containsOnly("x[0]", "x[1]", "t[0]", "t[1]", "y[0]", "y[1]");
    }

    @Test
    void aNarrowedGraphHasWhatIsChosenAndWhatItTouches() {
        Graph graph = mazur(1, 1);
        assertThat(graph.nodes().stream().map(Node::name))
                .containsExactlyInAnyOrder("x[0]", "x[1]", "b1[1]", "z1[1]", "z2[0]", "z2[1]");
        assertThat(graph.edges().stream()
                        .flatMap(edge -> edge.weight().stream())
                        .map(Quantity::name))
                .containsExactlyInAnyOrder("w3", "w4", "w6", "w8");
        assertThat(graph.nodes().stream().filter(node -> !node.chosen()).map(Node::name))
                .isEqualTo(List.of("z2[0]", "z2[1]"));
        assertThat(mazur(2, null).nodes())
                .extracting(Node::kind)
                .contains(Kind.LOSS, Kind.TARGET)
                .doesNotContain(Kind.INPUT);
    }
}
