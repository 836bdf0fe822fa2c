package handgrad.lab.program;

import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.Activation;
import handgrad.network.function.Loss;
import handgrad.network.layer.Dense;
import handgrad.network.layer.Layer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The functions of one network, whatever its shape. */
record Combination(List<Activation> hidden, Activation output, Loss loss, Reduction reduction) {
    /** From deep to shallow; no two sizes of a shape are the same, so that nothing fits where it does not belong. */
    static final List<List<Integer>> SHAPES =
            List.of(List.of(3, 5, 4, 2), List.of(3, 4, 2), List.of(3, 4, 1), List.of(3, 2), List.of(3, 1));

    /** All that it would be the first to use. */
    Set<Object> uses() {
        var uses = new HashSet<Object>(hidden);
        uses.add(List.of("output", output));
        uses.add(loss);
        uses.add(reduction);
        return uses;
    }

    boolean fits(List<Integer> shape) {
        int nOut = shape.get(shape.size() - 1);
        return nOut >= loss.fewestOutputs()
                && (nOut > 1 || output.entrywise())
                && (!hidden.isEmpty() || shape.size() == 2);
    }

    /** The network of a shape, inputs first. */
    Network network(List<Integer> shape) {
        var layers = new ArrayList<Layer>();
        for (int l = 1; l < shape.size(); l++) {
            Activation f = l == shape.size() - 1 ? output : hidden.get((l - 1) % hidden.size());
            layers.add(new Dense(shape.get(l - 1), shape.get(l), f));
        }
        return new Network(layers, loss, reduction);
    }
}
