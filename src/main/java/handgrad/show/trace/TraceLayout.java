package handgrad.show.trace;

import handgrad.judge.trace.Digits;
import handgrad.judge.trace.Graph;
import handgrad.judge.trace.Graph.Kind;
import handgrad.network.Network;
import handgrad.show.trace.Drawing.Box;
import handgrad.show.trace.Drawing.Cell;
import handgrad.show.trace.SlotText.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Gives each node and edge of a graph its place. To the left of a neuron its weights and its bias stand in a stack, and an
 * edge runs through each weight: so edges cross only between a column and the next stack, and no two labels can meet.
 */
final class TraceLayout {
    private static final int MARGIN = 10;
    /** Between a column and the next one's stacks, where edges cross: the wider, the higher they climb. */
    private static final int FAN = 70;

    private static final int STEEP = 22;
    private static final int WIDEST_FAN = 140;
    /** The same where they do not cross. */
    private static final int PASSAGE = 40;
    /** Between a stack and its node. */
    private static final int JOIN = 30;
    /** Between two nodes of a column. */
    private static final int GAP = 30;

    private record Lane(Box box, List<Cell> label) {}

    private final Network network;
    private final Graph graph;
    private final SlotText.Writer writer;
    private final Map<Graph.Node, Drawing.Node> nodes = new HashMap<>();
    private final Map<Graph.Edge, Lane> lanes = new HashMap<>();

    /** @param href of the line that a quantity's derivation has, by the quantity's name; empty where there is none */
    TraceLayout(Network network, Graph graph, Digits digits, UnaryOperator<String> href) {
        this.network = network;
        this.graph = graph;
        this.writer = new SlotText.Writer(digits, href);
    }

    Drawing draw() {
        var columns = Column.of(graph).stream()
                .map(column -> column.slots().stream().map(writer::of).toList())
                .toList();
        int height = columns.stream().mapToInt(TraceLayout::height).max().orElse(0);
        int right = MARGIN;
        for (List<SlotText> column : columns) {
            right = place(column, nodes.isEmpty() ? right : right + fan(column, height), height);
        }
        return new Drawing(
                right + MARGIN,
                height + 2 * MARGIN,
                graph.nodes().stream().map(nodes::get).toList(),
                graph.edges().stream().map(this::edge).toList());
    }

    private static int height(List<SlotText> column) {
        return column.stream().mapToInt(slot -> slot.height() + GAP).sum() - GAP;
    }

    private static int fan(List<SlotText> column, int height) {
        boolean crossing = column.get(0).node().kind() == Kind.NEURON;
        return crossing ? Math.min(WIDEST_FAN, FAN + height / STEEP) : PASSAGE;
    }

    /** Spreads a column over the height. @return where it ends on the right */
    private int place(List<SlotText> column, int left, int height) {
        int stackWidth = column.stream().mapToInt(SlotText::stackWidth).max().orElse(0);
        int width = column.stream().mapToInt(SlotText::width).max().orElse(0);
        int nodeX = left + stackWidth + (stackWidth == 0 ? 0 : JOIN);
        int free = height - height(column);
        int y = MARGIN;
        for (int k = 0; k < column.size(); k++) {
            SlotText slot = column.get(k);
            int top = y + (2 * k + 1) * free / (2 * column.size());
            placeStack(slot, new Box(left, top, stackWidth, slot.height()));
            nodes.put(slot.node(), node(slot.node(), slot.cells(), new Box(nodeX, top, width, slot.height())));
            y += slot.height() + GAP;
        }
        return nodeX + width;
    }

    private void placeStack(SlotText slot, Box within) {
        int y = within.y() + (within.height() - slot.stackHeight()) / 2;
        for (Item item : slot.stack()) {
            var box = new Box(within.x(), y, within.width(), item.height());
            if (item.beside()) {
                nodes.put(item.edge().from(), node(item.edge().from(), item.label(), box));
            } else {
                lanes.put(item.edge(), new Lane(box, cells(item.label(), box)));
            }
            y += item.height() + SlotText.TIGHT;
        }
    }

    /** In the middle of a box, as wide as it is. */
    private Drawing.Node node(Graph.Node node, List<CellText> texts, Box within) {
        int height = SlotText.height(texts);
        var box = new Box(within.x(), within.y() + (within.height() - height) / 2, within.width(), height);
        String activation = node.kind() == Kind.NEURON
                ? network.layer(node.layer()).activation().id()
                : "";
        return new Drawing.Node(node, box, activation, cells(texts, box));
    }

    private static List<Cell> cells(List<CellText> texts, Box within) {
        var cells = new ArrayList<Cell>();
        int y = within.y();
        for (CellText text : texts) {
            cells.add(text.at(within.x(), y, within.width()));
            y += text.height() + SlotText.BAND;
        }
        return cells;
    }

    private Drawing.Edge edge(Graph.Edge edge) {
        Drawing.Node from = nodes.get(edge.from());
        var none = new Lane(new Box(from.box().right(), from.out(), 0, 0), List.of());
        Lane lane = lanes.getOrDefault(edge, none);
        return new Drawing.Edge(from, nodes.get(edge.to()), lane.box(), lane.label());
    }
}
