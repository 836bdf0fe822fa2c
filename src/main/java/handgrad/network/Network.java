package handgrad.network;

import handgrad.InputException;
import handgrad.network.function.Activation;
import handgrad.network.function.Loss;
import handgrad.network.layer.Dense;
import handgrad.network.layer.Layer;
import handgrad.network.layer.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A feed-forward network with the loss it is trained on: {@code a^(-1) = x}, {@code z^l = layer^l(a^(l-1))},
 * {@code a^l = f(z^l)}.
 */
public record Network(List<Layer> layers, Loss loss, Reduction reduction) {
    /** Each engine keeps several vectors of that many numbers. */
    private static final int LARGEST = 20_000_000;

    /**
     * @throws InputException if there is no layer, if two neighbours do not fit, if softmax stands in a hidden layer or
     *     over a single output, if the loss is not defined on the output's activation, or if there are more parameters than
     *     a vector holds
     */
    public Network {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new InputException("a network without layers: expected at least one");
        }
        for (int l = 0; l < layers.size() - 1; l++) {
            check(l, layers.get(l), layers.get(l + 1));
        }
        Layer output = layers.get(layers.size() - 1);
        Activation activation = output.activation();
        if (!activation.entrywise() && output.nOut() == 1) {
            throw new InputException(
                    "%s over one output is always 1: expected at least 2 outputs".formatted(activation.id()));
        }
        if (!loss.accepts(activation)) {
            throw new InputException("loss '%s' is not defined on '%s' outputs".formatted(loss.id(), activation.id()));
        }
        if (output.nOut() < loss.fewestOutputs()) {
            throw new InputException("loss '%s' with %d output: expected at least %d outputs"
                    .formatted(loss.id(), output.nOut(), loss.fewestOutputs()));
        }
        long size = size(layers);
        if (size > LARGEST) {
            throw new InputException("a network of %d parameters: expected at most %d".formatted(size, LARGEST));
        }
    }

    private static void check(int l, Layer layer, Layer next) {
        if (layer.nOut() != next.nIn()) {
            throw new InputException("layer %d has %d inputs: expected %d, the outputs of layer %d"
                    .formatted(l + 2, next.nIn(), layer.nOut(), l + 1));
        }
        if (!layer.activation().entrywise()) {
            throw new InputException("layer %d has activation '%s': it can only stand in the output layer"
                    .formatted(l + 1, layer.activation().id()));
        }
    }

    /** A network with hidden layers of given widths, one activation for all of them and one for the output. */
    public static Network dense(
            int nIn,
            List<Integer> hiddenWidths,
            int nOut,
            Activation hidden,
            Activation output,
            Loss loss,
            Reduction reduction) {
        var layers = new ArrayList<Layer>();
        int width = nIn;
        for (int next : hiddenWidths) {
            layers.add(new Dense(width, next, hidden));
            width = next;
        }
        layers.add(new Dense(width, nOut, output));
        return new Network(layers, loss, reduction);
    }

    /** Whether what it answers for a sample depends on that sample alone. */
    public boolean samplesApart() {
        return layers.stream().allMatch(Layer::samplesApart);
    }

    public int depth() {
        return layers.size();
    }

    public Layer layer(int l) {
        return layers.get(l);
    }

    public Layer outputLayer() {
        return layers.get(depth() - 1);
    }

    public int nIn() {
        return layers.get(0).nIn();
    }

    public int nOut() {
        return outputLayer().nOut();
    }

    /** The parameters of all layers in the order of the flat vector. */
    public List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        for (int l = 0; l < depth(); l++) {
            blocks.addAll(blocks(
                    l, blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).end()));
        }
        return List.copyOf(blocks);
    }

    /** The parameters of one layer. */
    public List<Block> blocks(int l) {
        return List.copyOf(blocks(l, Math.toIntExact(size(layers.subList(0, l)))));
    }

    private List<Block> blocks(int l, int offset) {
        var blocks = new ArrayList<Block>();
        int next = offset;
        for (Slot slot : layers.get(l).slots()) {
            var block = new Block(l, slot, next);
            blocks.add(block);
            next = block.end();
        }
        return blocks;
    }

    /** The number of parameters. */
    public int size() {
        return Math.toIntExact(size(layers));
    }

    private static long size(List<Layer> layers) {
        return layers.stream()
                .flatMap(layer -> layer.slots().stream())
                .mapToLong(Slot::size)
                .sum();
    }

    /** {@code 2-10-1}. */
    public String shape() {
        return nIn() + layers.stream().map(layer -> "-" + layer.nOut()).collect(Collectors.joining());
    }
}
