package handgrad.network;

import handgrad.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A feed-forward network with the loss it is trained on: {@code a^0 = x}, {@code z^l = a^(l-1) W^l + b^l},
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
        Activation output = layers.get(layers.size() - 1).activation();
        if (output == Activation.SOFTMAX && layers.get(layers.size() - 1).nOut() == 1) {
            throw new InputException("softmax over one output is always 1: expected at least 2 outputs");
        }
        if (!loss.accepts(output)) {
            throw new InputException("loss '%s' is not defined on '%s' outputs".formatted(loss.id(), output.id()));
        }
        long size = size(layers);
        if (size > LARGEST) {
            throw new InputException("a network of %d parameters: expected at most %d".formatted(size, LARGEST));
        }
    }

    private static void check(int l, Layer layer, Layer next) {
        if (layer.nOut() != next.nIn()) {
            throw new InputException("layer %d has %d inputs: expected %d, the outputs of layer %d"
                    .formatted(l + 1, next.nIn(), layer.nOut(), l));
        }
        if (!layer.activation().hidden()) {
            throw new InputException("layer %d has activation '%s': it can only stand in the output layer"
                    .formatted(l, layer.activation().id()));
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
            layers.add(new Layer(width, next, hidden));
            width = next;
        }
        layers.add(new Layer(width, nOut, output));
        return new Network(layers, loss, reduction);
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

    /** The weight matrices and biases in the order of the flat vector. */
    public List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        int offset = 0;
        for (int l = 0; l < depth(); l++) {
            Layer layer = layers.get(l);
            var weights = new Block(l, Block.Kind.WEIGHTS, offset, layer.nIn(), layer.nOut());
            var bias = new Block(l, Block.Kind.BIAS, weights.end(), 1, layer.nOut());
            blocks.add(weights);
            blocks.add(bias);
            offset = bias.end();
        }
        return List.copyOf(blocks);
    }

    /** The number of parameters. */
    public int size() {
        return Math.toIntExact(size(layers));
    }

    private static long size(List<Layer> layers) {
        return layers.stream()
                .mapToLong(layer -> (layer.nIn() + 1L) * layer.nOut())
                .sum();
    }

    /** {@code 2-10-1}. */
    public String shape() {
        return nIn() + layers.stream().map(layer -> "-" + layer.nOut()).collect(Collectors.joining());
    }
}
