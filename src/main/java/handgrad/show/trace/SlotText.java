package handgrad.show.trace;

import handgrad.judge.trace.Digits;
import handgrad.judge.trace.Graph;
import handgrad.judge.trace.Graph.Kind;
import handgrad.judge.trace.Graph.Quantity;
import handgrad.show.trace.Column.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What stands in a slot of a drawing, and how much room it takes.
 *
 * @param cells of the node
 * @param stack what stands to the left of the node, from the top
 */
record SlotText(Graph.Node node, List<CellText> cells, List<Item> stack) {
    /** Between z and a, for the name of the activation. */
    static final int BAND = 20;
    /** Between two in a stack. */
    static final int TIGHT = 8;
    /** An edge without a label. */
    private static final int BARE = 18;

    /**
     * An edge's place in the stack.
     *
     * @param beside whether the node that it comes from stands there itself, a bias or target
     * @param label that node, or the weight; none where the edge only passes
     */
    record Item(Graph.Edge edge, boolean beside, List<CellText> label) {
        int height() {
            return label.isEmpty() ? BARE : SlotText.height(label);
        }
    }

    /** Makes the texts of a drawing. */
    record Writer(Digits digits, UnaryOperator<String> href) {
        SlotText of(Slot slot) {
            return new SlotText(slot.node(), cells(slot.node()), stack(slot));
        }

        private List<Item> stack(Slot slot) {
            var lanes = slot.lanes().stream()
                    .map(edge -> new Item(edge, false, label(edge)))
                    .toList();
            var beside = slot.beside().stream()
                    .map(edge -> new Item(edge, true, cells(edge.from())))
                    .toList();
            return switch (slot.node().kind()) {
                case LOSS -> List.of();
                // What comes from a neuron comes from its lower half: the target is out of its way above, a bias below.
                case LOSS_TERM -> joined(beside, lanes);
                case INPUT, BIAS, NEURON, TARGET -> joined(lanes, beside);
            };
        }

        private static List<Item> joined(List<Item> upper, List<Item> lower) {
            var all = new ArrayList<>(upper);
            all.addAll(lower);
            return List.copyOf(all);
        }

        private List<CellText> label(Graph.Edge edge) {
            return edge.weight().map(weight -> text(weight, Kind.BIAS)).stream().toList();
        }

        private List<CellText> cells(Graph.Node node) {
            return node.quantities().stream()
                    .map(each -> text(each, node.kind()))
                    .toList();
        }

        private CellText text(Quantity quantity, Kind kind) {
            return CellText.of(quantity, kind, digits, href);
        }
    }

    /** Of cells below each other. */
    static int height(List<CellText> cells) {
        return cells.stream().mapToInt(CellText::height).sum() + Math.max(0, cells.size() - 1) * BAND;
    }

    int stackHeight() {
        return stack.stream().mapToInt(item -> item.height() + TIGHT).reduce(-TIGHT, Integer::sum);
    }

    int height() {
        return Math.max(height(cells), stackHeight());
    }

    int width() {
        return widest(cells);
    }

    int stackWidth() {
        return widest(stack.stream().flatMap(item -> item.label().stream()).toList());
    }

    private static int widest(List<CellText> texts) {
        return texts.stream().mapToInt(CellText::width).max().orElse(0);
    }
}
