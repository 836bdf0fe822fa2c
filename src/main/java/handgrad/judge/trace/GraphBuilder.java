package handgrad.judge.trace;

import handgrad.judge.trace.Graph.Edge;
import handgrad.judge.trace.Graph.Kind;
import handgrad.judge.trace.Graph.Node;
import handgrad.judge.trace.Graph.Quantity;
import handgrad.network.Address;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Draws up the graph after both passes: the edges at chosen neurons, and the nodes at their ends. A weight that leads from one
 * number to another is an edge; of a parameter with one row, each number is a node.
 */
final class GraphBuilder {
    private final Network network;
    private final Names names;
    private final Point point;
    private final Quantities q;
    private final Selection selection;
    private final double loss;
    private final List<Edge> edges = new ArrayList<>();

    GraphBuilder(Point point, Quantities quantities, Selection selection, double loss) {
        this.network = point.network();
        this.names = new Names(network);
        this.point = point;
        this.q = quantities;
        this.selection = selection;
        this.loss = loss;
    }

    Graph build() {
        for (int l = 0; l < network.depth(); l++) {
            for (int j = 0; j < network.layer(l).nOut(); j++) {
                into(l, j);
            }
        }
        for (int k = 0; k < network.nOut(); k++) {
            if (selection.includes(names.last(), k)) {
                intoLoss(k);
            }
        }
        Set<Node> nodes = new LinkedHashSet<>();
        edges.forEach(edge -> {
            nodes.add(edge.from());
            nodes.add(edge.to());
        });
        return new Graph(List.copyOf(nodes), edges);
    }

    private void into(int l, int j) {
        boolean chosen = selection.includes(l, j);
        for (Block block : network.blocks(l)) {
            for (int row = 0; row < block.rows(); row++) {
                int at = block.index(row, j);
                Quantity quantity = parameter(block.address(at), at);
                if (!block.isWeight() && chosen) {
                    edges.add(new Edge(
                            new Node(Kind.BIAS, l, j, true, List.of(quantity)), neuron(l, j), Optional.empty()));
                } else if (block.isWeight() && (chosen || (l > 0 && selection.includes(l - 1, row)))) {
                    edges.add(new Edge(l == 0 ? input(row) : neuron(l - 1, row), neuron(l, j), Optional.of(quantity)));
                }
            }
        }
    }

    private Quantity parameter(Address address, int at) {
        return quantity(ShortNames.parameter(network, address), point.values()[at], q.gradient()[at]);
    }

    private void intoLoss(int k) {
        int last = names.last();
        // L is the sum of its terms: each has the slope 1, and so has L itself.
        var term = new Node(Kind.LOSS_TERM, last, k, true, List.of(quantity(Names.lossTerm(k), q.lossTerms()[k], 1)));
        var whole = new Node(Kind.LOSS, last, 0, true, List.of(quantity("L", loss, 1)));
        var target = new Node(Kind.TARGET, last, k, true, List.of(given(Names.target(k), q.t()[k])));
        edges.add(new Edge(neuron(last, k), term, Optional.empty()));
        edges.add(new Edge(target, term, Optional.empty()));
        edges.add(new Edge(term, whole, Optional.empty()));
    }

    private Node input(int i) {
        return new Node(Kind.INPUT, 0, i, true, List.of(given(names.input(0, i), q.x()[i])));
    }

    private Node neuron(int l, int j) {
        boolean cancels = l == names.last() && network.loss().cancels();
        String output = names.output(l, j);
        double value = q.a()[l][j];
        Quantity answered = cancels ? given(output, value) : quantity(output, value, q.dA()[l][j]);
        Quantity sum = quantity(Names.z(l, j), q.z()[l][j], q.delta()[l][j]);
        return new Node(Kind.NEURON, l, j, selection.includes(l, j), List.of(sum, answered));
    }

    private static Quantity quantity(String name, double value, double derivative) {
        return new Quantity(name, value, OptionalDouble.of(derivative));
    }

    private static Quantity given(String name, double value) {
        return new Quantity(name, value, OptionalDouble.empty());
    }
}
