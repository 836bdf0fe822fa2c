package handgrad.show.trace;

import handgrad.judge.trace.Graph;
import java.util.List;

/**
 * A graph with its place on paper: what goes forward runs from left to right, and no two boxes overlap.
 *
 * @param nodes in the order in which they are computed
 * @param edges each from the right side of a node to the left side of another
 */
public record Drawing(int width, int height, List<Node> nodes, List<Edge> edges) {
    /** Wider than this it is not shrunk to fit a screen, but scrolls. */
    private static final int SHRINKS = 1500;

    public Drawing {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    public boolean shrinks() {
        return width <= SHRINKS;
    }

    /** Whether it is higher than wide. */
    public boolean tall() {
        return height > width;
    }

    /** A rectangle; {@code y} grows downwards. */
    public record Box(int x, int y, int width, int height) {
        public int right() {
            return x + width;
        }

        public int bottom() {
            return y + height;
        }

        public int middle() {
            return y + height / 2;
        }

        /** Whether the two have more than a border in common. */
        public boolean overlaps(Box other) {
            return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
        }
    }

    /**
     * A quantity: its name and value, and beneath them the derivative.
     *
     * @param derivative empty where the trace has none
     * @param href the line that says how it comes about; empty where the page has none
     */
    public record Cell(Box box, String name, String value, String by, String derivative, String href) {
        /** For those who do not see the drawing. */
        public String spoken() {
            return name + " = " + value + (derivative.isEmpty() ? "" : ", " + by + " = " + derivative);
        }
    }

    /** A node: a cell a quantity, one below the other. */
    public record Node(Graph.Node of, Box box, String activation, List<Cell> cells) {
        public Node {
            cells = List.copyOf(cells);
        }

        /** As a class of the style sheet. */
        public String style() {
            return "node" + (of.kind() == Graph.Kind.BIAS ? " bias" : "") + (of.chosen() ? "" : " context");
        }

        /** Of its corners: what is given is round. */
        public int radius() {
            return of.kind() == Graph.Kind.INPUT || of.kind() == Graph.Kind.TARGET ? 12 : 6;
        }

        /** The line between what a neuron sums up and what it answers. */
        public int band() {
            return (cells.get(0).box().bottom() + cells.get(1).box().y()) / 2;
        }

        /** Where edges come in. */
        int in() {
            return cells.get(0).box().middle();
        }

        /** Where edges go out. */
        int out() {
            return cells.get(cells.size() - 1).box().middle();
        }
    }

    /**
     * An edge.
     *
     * @param lane what it keeps to itself on its way
     * @param label its weight, in the lane; none where the node goes in as it is
     */
    public record Edge(Node from, Node to, Box lane, List<Cell> label) {
        public Edge {
            label = List.copyOf(label);
        }

        /** As a class of the style sheet: the weights of a neuron that was asked for were asked for too. */
        public String style() {
            return to.of().chosen() ? "" : " context";
        }

        /** The curve: level where it leaves a node, where it crosses its lane, and where it arrives. */
        public String path() {
            int start = from.box().right();
            int end = to.box().x();
            return "M%d %d%sH%d%s"
                    .formatted(
                            start,
                            from.out(),
                            curve(start, from.out(), lane.x(), lane.middle()),
                            lane.right(),
                            curve(lane.right(), lane.middle(), end, to.in()));
        }

        private static String curve(int x, int y, int toX, int toY) {
            int level = (toX - x) * 2 / 5;
            return y == toY ? "H" + toX : "C%d %d %d %d %d %d".formatted(x + level, y, toX - level, toY, toX, toY);
        }
    }
}
