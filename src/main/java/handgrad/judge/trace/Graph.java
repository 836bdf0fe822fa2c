package handgrad.judge.trace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The computational graph of one sample: what each node holds going forward, and the derivative that comes back to it.
 *
 * @param nodes in the order in which they are computed
 * @param edges what goes into what; those of weights carry the weight
 */
public record Graph(List<Node> nodes, List<Edge> edges) {
    public Graph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** What a node is. */
    public enum Kind {
        /** {@code x[i]}. */
        INPUT,
        /** {@code b^l[j]}. */
        BIAS,
        /** {@code z^l[j]}, then {@code a^l[j]} or {@code y[j]}. */
        NEURON,
        /** {@code t[k]}. */
        TARGET,
        /** {@code L[k]}. */
        LOSS_TERM,
        /** {@code L}. */
        LOSS
    }

    /**
     * A value with its name; of a weight or bias its short name, where there is one.
     *
     * @param derivative of the loss by it; empty where the trace has none: of what is given, and where it cancels
     */
    public record Quantity(String name, double value, OptionalDouble derivative) {}

    /**
     * One node.
     *
     * @param layer of a neuron or a bias; 0 of an input, the last of what belongs to the loss
     * @param index in its layer
     * @param chosen whether it was asked for; if not, one that was touches it
     * @param quantities two of a neuron, one of any other
     */
    public record Node(Kind kind, int layer, int index, boolean chosen, List<Quantity> quantities) {
        public Node {
            quantities = List.copyOf(quantities);
        }

        /** Of a neuron, that of its {@code z}. */
        public String name() {
            return quantities.get(0).name();
        }
    }

    /** One node goes into another, by way of a weight or as it is. */
    public record Edge(Node from, Node to, Optional<Quantity> weight) {}
}
