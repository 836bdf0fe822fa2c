package handgrad.judge.trace;

import handgrad.judge.trace.Expression.Symbol;
import handgrad.judge.trace.Graph.Edge;
import handgrad.judge.trace.Graph.Kind;
import handgrad.judge.trace.Graph.Node;
import handgrad.judge.trace.Graph.Quantity;
import handgrad.network.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Draws up the graph after both passes: the edges at chosen neurons, and the nodes at their ends. */
final class GraphBuilder {
    private final Quantities q;
    private final Selection selection;
    private final double loss;
    private final double[] gradient;
    private final List<Edge> edges = new ArrayList<>();

    GraphBuilder(Quantities quantities, Selection selection, double loss, Parameters gradient) {
        this.q = quantities;
        this.selection = selection;
        this.loss = loss;
        this.gradient = gradient.toArray();
    }

    Graph build() {
        for (int l = 0; l <= q.last(); l++) {
            for (int j = 0; j < q.nOut(l); j++) {
                into(l, j);
            }
        }
        for (int k = 0; k < q.nOut(q.last()); k++) {
            if (selection.includes(q.last(), k)) {
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
        for (int i = 0; i < q.nIn(l); i++) {
            if (chosen || (l > 0 && selection.includes(l - 1, i))) {
                int at = q.weightIndex(l, i, j);
                var weight = new Symbol(
                        ShortNames.weight(q.network(), l, i, j),
                        q.weight(l, i, j).value());
                edges.add(new Edge(
                        l == 0 ? input(i) : neuron(l - 1, i),
                        neuron(l, j),
                        Optional.of(quantity(weight, gradient[at]))));
            }
        }
        if (chosen) {
            var bias =
                    new Symbol(ShortNames.bias(q.network(), l, j), q.bias(l, j).value());
            var quantity = quantity(bias, gradient[q.biasIndex(l, j)]);
            edges.add(new Edge(new Node(Kind.BIAS, l, j, true, List.of(quantity)), neuron(l, j), Optional.empty()));
        }
    }

    private void intoLoss(int k) {
        int last = q.last();
        // L is the sum of its terms: each has the slope 1, and so has L itself.
        var term = new Node(Kind.LOSS_TERM, last, k, true, List.of(quantity(q.lossTerm(k), 1)));
        var whole = new Node(Kind.LOSS, last, 0, true, List.of(quantity(new Symbol("L", loss), 1)));
        edges.add(new Edge(neuron(last, k), term, Optional.empty()));
        edges.add(new Edge(new Node(Kind.TARGET, last, k, true, List.of(given(q.target(k)))), term, Optional.empty()));
        edges.add(new Edge(term, whole, Optional.empty()));
    }

    private Node input(int i) {
        return new Node(Kind.INPUT, 0, i, true, List.of(given(q.input(0, i))));
    }

    private Node neuron(int l, int j) {
        Symbol output = q.output(l, j);
        boolean cancels = l == q.last() && OutputDelta.cancels(q.network().loss());
        var answered = cancels
                ? given(output)
                : quantity(output, q.outputDerivative(l, j).value());
        var sum = quantity(q.z(l, j), q.delta(l, j).value());
        return new Node(Kind.NEURON, l, j, selection.includes(l, j), List.of(sum, answered));
    }

    private static Quantity quantity(Symbol symbol, double derivative) {
        return new Quantity(symbol.name(), symbol.value(), OptionalDouble.of(derivative));
    }

    private static Quantity given(Symbol symbol) {
        return new Quantity(symbol.name(), symbol.value(), OptionalDouble.empty());
    }
}
