package handgrad.engine.hand;

import handgrad.engine.NativeMatrix;
import handgrad.engine.Parameters;
import handgrad.network.Network;
import handgrad.network.array.Matrix;
import handgrad.network.layer.Pass;
import handgrad.network.layer.Sink;
import handgrad.network.layer.Theta;
import handgrad.network.layer.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What one thread computes with: the parameters, and memory of its own for samples of any number at a time. */
final class Lane {
    private final Network network;
    private final Workspace workspace;
    private final List<Theta<Matrix>> theta;
    private final Map<Integer, Backpropagation> bySize = new HashMap<>();

    Lane(Parameters theta) {
        this.network = theta.network();
        this.workspace = new NativeWorkspace(theta.dataType());
        this.theta = matrices(theta);
    }

    /** Where a gradient goes that a point takes up: {@code point <- keep point + scale gradient}. */
    static List<Theta<Sink>> sinks(Parameters point, double scale, double keep) {
        return each(matrices(point), into -> new Sink(into, scale, keep));
    }

    private static List<Theta<Matrix>> matrices(Parameters point) {
        var layers = new ArrayList<Theta<Matrix>>();
        for (int l = 0; l < point.network().depth(); l++) {
            List<Matrix> values =
                    point.layer(l).stream().<Matrix>map(NativeMatrix::of).toList();
            layers.add(new Theta<>(point.network().layer(l).slots(), values));
        }
        return layers;
    }

    private static <T> List<Theta<T>> each(List<Theta<Matrix>> layers, Function<Matrix, T> of) {
        return layers.stream()
                .map(layer -> new Theta<>(
                        layer.slots(), layer.values().stream().map(of).toList()))
                .toList();
    }

    /** The chain rule for n samples at a time. */
    Backpropagation pass(int n) {
        return bySize.computeIfAbsent(n, size -> {
            var passes = new ArrayList<Pass>();
            for (int l = 0; l < network.depth(); l++) {
                boolean output = l == network.depth() - 1;
                passes.add(network.layer(l).pass(theta.get(l), size, workspace, output));
            }
            return new Backpropagation(passes, network.loss(), workspace.loops());
        });
    }
}
