package handgrad.engine.hand;

import handgrad.engine.Batch;
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
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Passes through one network for batches of any size. Where samples do not see each other, a large batch goes through in
 * parts, so small that a layer's arrays stay in the cache from one pass to the next; the parts' gradients add up.
 */
final class Passes {
    private static final int PART = 64;
    /** The largest parameter with which that pays: 250 kB. */
    private static final int SMALL = 32_000;

    private final Network network;
    private final double learningRate;
    private final Workspace workspace;
    private final List<Theta<Matrix>> theta;
    private final List<Theta<Matrix>> gradient;
    private final Map<Integer, Backpropagation> bySize = new HashMap<>();
    /** What was seen last, so that a batch that comes again and again costs nothing. */
    private Seen seen;
    /** The loss of what was seen last, where it had to be added up on the way. */
    private double sum;

    /** A batch as it was, in parts, and where the gradient of the first part goes, of the others, and a plain step. */
    private record Seen(
            Batch batch,
            long version,
            double factor,
            List<Part> parts,
            List<Theta<Sink>> overwritten,
            List<Theta<Sink>> added,
            List<Theta<Sink>> stepped) {}

    /** Some samples of a batch, from row {@code from} on. */
    private record Part(int from, NativeMatrix input, NativeMatrix target, Backpropagation pass) {}

    /** @param learningRate of plain descent */
    Passes(Parameters theta, Parameters gradient, double learningRate) {
        this.network = theta.network();
        this.learningRate = learningRate;
        this.workspace = new NativeWorkspace(theta.dataType());
        this.theta = matrices(theta);
        this.gradient = matrices(gradient);
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

    private static List<Theta<Sink>> sinks(List<Theta<Matrix>> into, Function<Matrix, Sink> sink) {
        return into.stream()
                .map(layer -> new Theta<>(
                        layer.slots(), layer.values().stream().map(sink).toList()))
                .toList();
    }

    /** {@code a^l} of every layer; valid until the next call. */
    List<INDArray> activations(INDArray x) {
        return pass(Math.toIntExact(x.size(0))).activations(NativeMatrix.of(x)).stream()
                .map(a -> ((NativeMatrix) a).array())
                .toList();
    }

    double loss(Batch batch) {
        see(batch);
        sum = 0;
        for (Part part : seen.parts) {
            part.pass.forward(part.input);
            sum += part.pass.loss(part.target);
        }
        return seen.factor * sum;
    }

    /** Leaves {@code dL/dtheta} in the gradient. */
    void differentiate(Batch batch) {
        see(batch);
        sum = 0;
        for (int i = 0; i < seen.parts.size(); i++) {
            Part part = seen.parts.get(i);
            part.pass.forward(part.input);
            part.pass.backward(part.target, i == 0 ? seen.overwritten : seen.added);
            if (seen.parts.size() > 1) {
                sum += part.pass.loss(part.target);
            }
        }
    }

    /** The reduced loss of the batch seen last, where theta was in its forward pass. */
    double lastLoss() {
        Part first = seen.parts.get(0);
        return seen.factor * (seen.parts.size() > 1 ? sum : first.pass.loss(first.target));
    }

    /** Whether a batch goes through as a whole. */
    boolean whole(Batch batch) {
        see(batch);
        return seen.parts.size() == 1;
    }

    /** A step of plain descent, in the products themselves: {@code theta <- theta - eta dL/dtheta}, for a whole batch. */
    void descend(Batch batch) {
        see(batch);
        Part part = seen.parts.get(0);
        part.pass.forward(part.input);
        part.pass.backward(part.target, seen.stepped);
    }

    private void see(Batch batch) {
        if (seen == null || seen.batch != batch) {
            seen = taken(batch);
        } else if (seen.version != batch.version()) {
            seen.parts.forEach(part -> read(part, batch));
            seen = new Seen(
                    batch, batch.version(), seen.factor, seen.parts, seen.overwritten, seen.added, seen.stepped);
        }
    }

    private Seen taken(Batch batch) {
        int most = samplesAtATime();
        var parts = new ArrayList<Part>();
        for (int from = 0; from < batch.n(); from += most) {
            int count = Math.min(most, batch.n() - from);
            Part part = new Part(
                    from, room(batch.inputs(), batch, count), room(batch.targets(), batch, count), pass(count));
            read(part, batch);
            parts.add(part);
            if (count == batch.n()) {
                break;
            }
        }
        double factor = network.reduction().factor(batch.n());
        return new Seen(
                batch,
                batch.version(),
                factor,
                parts,
                sinks(gradient, into -> new Sink(into, factor, 0)),
                sinks(gradient, into -> new Sink(into, factor, 1)),
                sinks(theta, into -> new Sink(into, -learningRate * factor, 1)));
    }

    /** The batch's own memory where it is taken as a whole, else some of its own. */
    private static NativeMatrix room(NativeMatrix array, Batch batch, int count) {
        return count == batch.n() ? array : NativeMatrix.zeros(batch.dataType(), count, array.columns());
    }

    private static void read(Part part, Batch batch) {
        if (part.input != batch.inputs()) {
            part.input.copyRows(batch.inputs(), part.from);
            part.target.copyRows(batch.targets(), part.from);
        }
        part.input.keepTranspose();
    }

    private int samplesAtATime() {
        boolean small = network.layers().stream()
                .flatMap(layer -> layer.slots().stream())
                .allMatch(slot -> slot.size() <= SMALL);
        return network.samplesApart() && small ? PART : Integer.MAX_VALUE;
    }

    private Backpropagation pass(int n) {
        return bySize.computeIfAbsent(n, size -> {
            var passes = new ArrayList<Pass>();
            for (int l = 0; l < network.depth(); l++) {
                boolean output = l == network.depth() - 1;
                passes.add(network.layer(l).pass(theta.get(l), size, workspace, output));
            }
            return new Backpropagation(passes, network.loss());
        });
    }
}
