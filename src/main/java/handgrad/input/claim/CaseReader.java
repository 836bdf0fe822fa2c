package handgrad.input.claim;

import handgrad.InputException;
import handgrad.Named;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.function.Definition;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import handgrad.network.layer.Dense;
import handgrad.network.layer.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** Makes a case of the fields of a document; the shapes of layers and batch come before the first number. */
final class CaseReader {
    private final JsonFields root;

    CaseReader(JsonFields root) {
        this.root = root;
    }

    /** @throws InputException if anything is wrong; the message names the file and the field */
    Case read() {
        root.only(List.of("name", "layers", "loss", "reduction", "x", "y", "claimed", "learningRate"));
        Network network = network();
        int n = root.field("x").size();
        root.field("x").shape(n, network.nIn());
        root.field("y").shape(n, network.nOut());
        Point theta = point(network, root.field("layers"));
        Samples samples = samples(network, n);
        Optional<Claim> claim =
                root.has("claimed") ? Optional.of(claim(network, root.field("claimed"))) : Optional.empty();
        String name = root.has("name") ? root.field("name").text() : root.file();
        return new Case(name, theta, samples, claim, learningRate());
    }

    private OptionalDouble learningRate() {
        if (!root.has("learningRate")) {
            return OptionalDouble.empty();
        }
        JsonFields json = root.field("learningRate");
        double rate = json.number();
        if (rate <= 0) {
            throw json.wrong("expected a number above 0, found " + rate);
        }
        return OptionalDouble.of(rate);
    }

    private Network network() {
        var layers = new ArrayList<Layer>();
        for (JsonFields json : root.field("layers").elements()) {
            json.only(List.of("weights", "bias", "activation"));
            JsonFields weights = json.field("weights");
            int columns = weights.columns();
            int rows = weights.size();
            int expected =
                    layers.isEmpty() ? rows : layers.get(layers.size() - 1).nOut();
            if (rows != expected) {
                throw weights.wrong("expected %s, the outputs of the layer before, found %d"
                        .formatted(JsonFields.count(expected, "row"), rows));
            }
            json.field("bias").length(columns);
            layers.add(new Dense(rows, columns, named(Activation.class, "activation", json.field("activation"))));
        }
        Loss loss = named(Loss.class, "loss", root.field("loss"));
        JsonFields json = root.field("reduction");
        Reduction reduction = understood(json, () -> Named.parse(Reduction.class, "reduction", json.text()));
        return understood(root, () -> new Network(layers, loss, reduction));
    }

    private static <D extends Definition> D named(Class<D> kind, String what, JsonFields json) {
        return understood(json, () -> Definitions.named(kind, what, json.text()));
    }

    /** What is wrong with a name is said with its place. */
    private static <T> T understood(JsonFields json, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InputException e) {
            throw json.wrong(e.getMessage());
        }
    }

    private Samples samples(Network network, int n) {
        return new Samples(
                root.field("x").matrix(n, network.nIn()), root.field("y").matrix(n, network.nOut()));
    }

    private static Claim claim(Network network, JsonFields json) {
        json.only(List.of("loss", "gradients"));
        var loss = json.has("loss") ? OptionalDouble.of(json.field("loss").number()) : OptionalDouble.empty();
        JsonFields gradients = json.field("gradients");
        if (gradients.size() != network.depth()) {
            throw gradients.wrong(
                    "expected %s, found %d".formatted(JsonFields.count(network.depth(), "layer"), gradients.size()));
        }
        gradients.elements().forEach(layer -> layer.only(List.of("weights", "bias")));
        return Claim.of(loss, point(network, gradients));
    }

    private static Point point(Network network, JsonFields layers) {
        double[] values = new double[network.size()];
        for (Block block : network.blocks()) {
            JsonFields layer = layers.element(block.layer());
            double[][] entries = block.isWeight()
                    ? layer.field(block.slot().name()).matrix(block.rows(), block.columns())
                    : new double[][] {layer.field(block.slot().name()).vector(block.columns())};
            for (int row = 0; row < block.rows(); row++) {
                for (int column = 0; column < block.columns(); column++) {
                    values[block.index(row, column)] = entries[row][column];
                }
            }
        }
        return new Point(network, values);
    }
}
