package handgrad.show.trace;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.judge.trace.Digits;
import handgrad.judge.trace.Selection;
import handgrad.judge.trace.Trace;
import handgrad.network.Network;
import handgrad.show.trace.Drawing.Box;
import handgrad.show.trace.Drawing.Cell;
import handgrad.testing.RandomCase;
import handgrad.testing.ReferenceCase;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A drawing that can be read: nothing on top of anything, and all of it there. */
class TraceLayoutTest {
    static Stream<Trace> traces() {
        var mazur = ReferenceCase.named("mazur-first-step");
        var whole = Stream.concat(
                        Stream.of(trace(mazur, Selection.all())),
                        RandomCase.many(30)
                                .map(random -> Trace.of(
                                        random.point(),
                                        random.samples().x()[0],
                                        random.samples().y()[0])))
                .toList();
        var narrowed =
                Stream.of(0, 1).map(layer -> trace(mazur, new Selection(OptionalInt.of(layer), OptionalInt.of(1))));
        return Stream.concat(whole.stream(), narrowed);
    }

    private static Trace trace(ReferenceCase reference, Selection selection) {
        return Trace.of(
                reference.point(),
                reference.samples().x()[0],
                reference.samples().y()[0],
                selection);
    }

    private static Drawing draw(Trace trace) {
        return new TraceLayout(trace.network(), trace.graph(), new Digits(6), name -> "#" + name).draw();
    }

    private static List<Box> boxes(Drawing drawing) {
        return Stream.concat(
                        drawing.nodes().stream().map(Drawing.Node::box),
                        drawing.edges().stream()
                                .flatMap(edge -> edge.label().stream().map(Cell::box)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("traces")
    void noTwoBoxesOverlapAndAllAreOnTheSheet(Trace trace) {
        Drawing drawing = draw(trace);
        var sheet = new Box(0, 0, drawing.width(), drawing.height());
        var before = new ArrayList<Box>();
        for (Box box : boxes(drawing)) {
            assertThat(before).noneMatch(box::overlaps);
            assertThat(box.x() >= 0 && box.right() <= sheet.right()).isTrue();
            assertThat(box.y() >= 0 && box.bottom() <= sheet.bottom()).isTrue();
            before.add(box);
        }
        assertThat(before).hasSizeGreaterThan(3);
    }

    /** No node is crossed either: an edge keeps to the gap, its lane, and the gap behind it. */
    @ParameterizedTest
    @MethodSource("traces")
    void edgesRunFromTheLeftToTheRight(Trace trace) {
        assertThat(draw(trace).edges()).isNotEmpty().allSatisfy(edge -> {
            assertThat(edge.from().box().right())
                    .isLessThanOrEqualTo(edge.lane().x());
            assertThat(edge.lane().right()).isLessThan(edge.to().box().x());
            assertThat(edge.path()).startsWith("M").doesNotContain("NaN");
        });
    }

    @ParameterizedTest
    @MethodSource("traces")
    void everyNodeAndEdgeOfTheGraphIsDrawnOnce(Trace trace) {
        Drawing drawing = draw(trace);
        assertThat(drawing.nodes().stream().map(Drawing.Node::of))
                .containsExactlyElementsOf(trace.graph().nodes());
        assertThat(drawing.edges()).hasSameSizeAs(trace.graph().edges());
        assertThat(drawing.edges().stream().filter(edge -> !edge.label().isEmpty()))
                .hasSize((int) trace.graph().edges().stream()
                        .filter(edge -> edge.weight().isPresent())
                        .count());
    }

    @ParameterizedTest
    @MethodSource("traces")
    void theCellsOfANodeLieInItAndHoldTheirText(Trace trace) {
        assertThat(draw(trace).nodes())
                .allSatisfy(node -> assertThat(node.cells()).isNotEmpty().allSatisfy(cell -> {
                    assertThat(cell.box().overlaps(node.box())).isTrue();
                    assertThat(cell.box().bottom())
                            .isLessThanOrEqualTo(node.box().bottom());
                    assertThat(cell.box().width()).isGreaterThan(7 * (cell.name() + " " + cell.value()).length());
                    assertThat(cell.box().width()).isGreaterThan(7 * (cell.by() + cell.derivative()).length());
                }));
    }

    @Test
    void neighboursOfTheWorkedExampleStandOnOneLine() {
        Drawing drawing = draw(trace(ReferenceCase.named("mazur-first-step"), Selection.all()));
        assertThat(drawing.nodes().stream()
                        .filter(node -> List.of("x[0]", "z1[0]", "z2[0]", "L[0]")
                                .contains(node.of().name()))
                        .map(node -> node.box().middle())
                        .distinct())
                .hasSizeLessThanOrEqualTo(2);
        assertThat(drawing.shrinks()).isTrue();
    }

    @Test
    void whatIsTooLargeIsNotDrawn() {
        Trace digits = trace(
                ReferenceCase.named("digits-softmax-cross-entropy"),
                new Selection(OptionalInt.of(0), OptionalInt.of(0)));
        Network network = digits.network();
        assertThat(DrawingLimits.exceeded(digits).orElseThrow())
                .startsWith("The graph is not drawn: it has %d inputs, and more than 12".formatted(network.nIn()))
                .endsWith("all its numbers.");
        assertThat(DrawingLimits.exceeded(trace(ReferenceCase.named("mazur-first-step"), Selection.all())))
                .isEmpty();
    }
}
