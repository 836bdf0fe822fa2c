package handgrad.input.claim;

import handgrad.InputException;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Reduction;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import handgrad.network.function.Upstream;
import handgrad.network.layer.Dense;
import handgrad.network.layer.Layer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The network of a case, and points in its parameter space. */
record NetworkReader(JsonFields root, Layout layout) {
    private static final List<String> PARAMETERS = List.of("weights", "bias");

    Network network() {
        List<JsonFields> fields = root.field("layers").elements();
        List<JsonFields> sources = sources();
        var layers = new ArrayList<Layer>();
        OptionalInt nIn = inputs();
        for (int l = 0; l < fields.size(); l++) {
            JsonFields json = fields.get(l).only(List.of("weights", "bias", "activation"));
            Activation activation = KnownNames.activation(json.field("activation"));
            String fed = l == 0 ? "the numbers of a sample of x" : "the outputs of the layer before";
            // Where both have a shape of their own, the complaint is about x.
            boolean free = l == 0 && sources.get(l).field("weights").depth() > 1;
            Dense layer =
                    new LayerReader(layout).layer(sources.get(l), activation, free ? OptionalInt.empty() : nIn, fed);
            layers.add(layer);
            nIn = OptionalInt.of(layer.nOut());
        }
        try {
            return new Network(layers, loss(layers), reduction(layers.get(0).nIn()));
        } catch (InputException e) {
            throw e.getMessage().startsWith(root.file()) ? e : root.wrong(e.getMessage());
        }
    }

    /** Where the parameters stand: in the layers, or before a step. */
    private List<JsonFields> sources() {
        List<JsonFields> layers = root.field("layers").elements();
        if (layers.stream().anyMatch(layer -> layer.has("weights")) || !root.has("before")) {
            return layers;
        }
        List<JsonFields> before = root.field("before").elements();
        checkCount(root.field("before"), layers.size());
        return before;
    }

    /** How many numbers a sample has, where x says so. */
    private OptionalInt inputs() {
        var x = new Grid(root.field("x"), layout.turnsSamples());
        return x.hasShape() ? OptionalInt.of(x.columns()) : OptionalInt.empty();
    }

    private Loss loss(List<Layer> layers) {
        Activation outputs = layers.get(layers.size() - 1).activation();
        if (root.has("upstream")) {
            return new Upstream();
        }
        Loss loss = KnownNames.loss(root.field("loss"), outputs);
        if (!loss.accepts(outputs)) {
            throw root.field("loss")
                    .wrong("loss '%s' is not defined on '%s' outputs, expected %s"
                            .formatted(loss.id(), outputs.id(), accepted(loss)));
        }
        return loss;
    }

    private static String accepted(Loss loss) {
        return Definitions.all(Activation.class).stream()
                .filter(loss::accepts)
                .map(Activation::id)
                .collect(Collectors.joining(" or "));
    }

    /** Of one sample all reductions are the same. */
    private Reduction reduction(int nIn) {
        boolean single = !root.has("reduction") && samples(nIn) == 1;
        return root.has("upstream") || single ? Reduction.SUM : KnownNames.reduction(root.field("reduction"));
    }

    private int samples(int nIn) {
        JsonFields x = root.field("x");
        var grid = new Grid(x, layout.turnsSamples());
        return grid.hasShape() ? grid.rows() : nIn == 1 && x.depth() == 1 ? x.size() : 1;
    }

    Point parameters(Network network) {
        double[] theta = new double[network.size()];
        List<JsonFields> sources = sources();
        Set<Block> found = read(network, sources, theta);
        for (Block block : network.blocks()) {
            if (!found.contains(block)) {
                throw sources.get(block.layer())
                        .field(block.slot().name())
                        .wrong("expected %s, found none".formatted(JsonFields.count(block.size(), "number")));
            }
        }
        return new Point(network, theta);
    }

    /** Complains of anything but as many layers. */
    static void checkCount(JsonFields list, int depth) {
        if (list.size() != depth) {
            throw list.wrong("expected %s, found %d%s"
                    .formatted(
                            JsonFields.count(depth, "layer"),
                            list.size(),
                            list.size() < depth ? "; null stands for a layer whose gradient is not claimed" : ""));
        }
    }

    /** All parameters at another time. */
    Point whole(Network network, JsonFields list) {
        checkCount(list, network.depth());
        double[] values = new double[network.size()];
        Set<Block> read = read(network, list.elements(), values);
        for (Block block : network.blocks()) {
            if (!read.contains(block)) {
                throw list.element(block.layer())
                        .wrong("expected a field '%s', found none"
                                .formatted(block.slot().name()));
            }
        }
        return new Point(network, values);
    }

    /** Reads what is there into a flat vector, and says of which parameters. */
    Set<Block> read(Network network, List<JsonFields> layers, double[] into) {
        var found = new HashSet<Block>();
        for (int l = 0; l < network.depth(); l++) {
            JsonFields layer = layers.get(l);
            if (layer.isNull()) {
                continue;
            }
            List<Block> blocks = network.blocks(l);
            Optional<Block> bias =
                    blocks.stream().filter(block -> !block.isWeight()).findFirst();
            if (bias.isEmpty() && layer.has("bias")) {
                throw layer.field("bias").wrong("expected none, as layer %d has no bias, found one".formatted(l + 1));
            }
            for (Block block : blocks) {
                var reader = new LayerReader(layout);
                if (reader.gives(block, layer)) {
                    reader.read(blocks.get(0), block, layer, into);
                    found.add(block);
                }
            }
        }
        return found;
    }

    /** Complains of anything but parameters in the layers of a list. */
    static void checkFields(JsonFields list) {
        list.elements().stream().filter(layer -> !layer.isNull()).forEach(layer -> layer.only(PARAMETERS));
    }
}
