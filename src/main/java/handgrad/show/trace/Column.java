package handgrad.show.trace;

import handgrad.judge.trace.Graph;
import handgrad.judge.trace.Graph.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The nodes of a graph that stand below each other, each with what comes in on its left.
 *
 * @param number from the inputs on
 * @param slots in the order of the nodes' indices
 */
record Column(int number, List<Slot> slots) {
    /**
     * A node and its edges.
     *
     * @param lanes those that come from the column before
     * @param beside those of its bias or target, which has no column of its own
     */
    record Slot(Graph.Node node, List<Graph.Edge> lanes, List<Graph.Edge> beside) {}

    /** All of them, from the left to the right. */
    static List<Column> of(Graph graph) {
        var incoming = graph.edges().stream().collect(Collectors.groupingBy(Graph.Edge::to));
        var byNumber = new TreeMap<Integer, List<Slot>>();
        for (Graph.Node node : graph.nodes()) {
            if (!isBeside(node)) {
                var edges = incoming.getOrDefault(node, List.of()).stream()
                        .collect(Collectors.partitioningBy(edge -> isBeside(edge.from())));
                byNumber.computeIfAbsent(number(node), column -> new ArrayList<>())
                        .add(new Slot(node, edges.get(false), edges.get(true)));
            }
        }
        var columns = new ArrayList<Column>();
        byNumber.forEach((number, slots) -> {
            slots.sort(Comparator.comparingInt(slot -> slot.node().index()));
            columns.add(new Column(number, List.copyOf(slots)));
        });
        return columns;
    }

    private static boolean isBeside(Graph.Node node) {
        return node.kind() == Kind.BIAS || node.kind() == Kind.TARGET;
    }

    private static int number(Graph.Node node) {
        return switch (node.kind()) {
            case INPUT -> 0;
            case BIAS, NEURON -> node.layer() + 1;
            case TARGET, LOSS_TERM -> node.layer() + 2;
            case LOSS -> node.layer() + 3;
        };
    }

    /** How many weights lead to it. */
    long weights() {
        return slots.stream()
                .flatMap(slot -> slot.lanes().stream())
                .filter(edge -> edge.weight().isPresent())
                .count();
    }
}
