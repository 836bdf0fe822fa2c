package handgrad.input.claim;

import handgrad.InputException;
import handgrad.Named;
import handgrad.network.Activation;
import handgrad.network.Batch;
import handgrad.network.Block;
import handgrad.network.Layer;
import handgrad.network.Loss;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.Reduction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

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
        Parameters theta = point(network, root.field("layers"));
        Batch batch = batch(network, n);
        Optional<Claim> claim =
                root.has("claimed") ? Optional.of(claim(network, root.field("claimed"))) : Optional.empty();
        String name = root.has("name") ? root.field("name").text() : root.file();
        return new Case(name, theta, batch, claim, learningRate());
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
            layers.add(new Layer(rows, columns, named(Activation.class, json.field("activation"))));
        }
        Loss loss = named(Loss.class, root.field("loss"));
        Reduction reduction = named(Reduction.class, root.field("reduction"));
        try {
            return new Network(layers, loss, reduction);
        } catch (InputException e) {
            throw root.wrong(e.getMessage());
        }
    }

    private static <E extends Enum<E> & Named> E named(Class<E> type, JsonFields json) {
        String id = json.text();
        try {
            return Named.parse(type, type.getSimpleName().toLowerCase(Locale.ROOT), id);
        } catch (InputException e) {
            throw json.wrong(e.getMessage());
        }
    }

    private Batch batch(Network network, int n) {
        double[][] samples = root.field("x").matrix(n, network.nIn());
        double[][] targets = root.field("y").matrix(n, network.nOut());
        return new Batch(Nd4j.createFromArray(samples), Nd4j.createFromArray(targets));
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

    private static Parameters point(Network network, JsonFields layers) {
        double[] values = new double[network.size()];
        for (Block block : network.blocks()) {
            JsonFields layer = layers.element(block.layer());
            double[][] entries = block.kind() == Block.Kind.WEIGHTS
                    ? layer.field("weights").matrix(block.rows(), block.columns())
                    : new double[][] {layer.field("bias").vector(block.columns())};
            for (int row = 0; row < block.rows(); row++) {
                for (int column = 0; column < block.columns(); column++) {
                    values[block.index(row, column)] = entries[row][column];
                }
            }
        }
        return Parameters.of(network, DataType.DOUBLE, values);
    }
}
