package handgrad.claim;

import handgrad.network.Activation;
import handgrad.network.Batch;
import handgrad.network.Block;
import handgrad.network.InputException;
import handgrad.network.Layer;
import handgrad.network.Loss;
import handgrad.network.Named;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.Reduction;
import handgrad.network.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a gradient from any language comes in: {@code {"name", "layers": [{"weights": [[nIn x nOut]], "bias": [nOut],
 * "activation"}], "loss", "reduction", "x", "y", "claimed": {"loss", "gradients": [{"weights", "bias"}]},
 * "learningRate"}}. {@code claimed}, its {@code loss}, {@code name} and {@code learningRate} may be absent.
 */
public final class CaseFile {
    private static final long LARGEST = 32L << 20;
    private static final int DEEPEST = 16;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // Read, so that the complaint can name the field.
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build())
            .build();

    private CaseFile() {}

    /** Reads one case. @throws InputException if the file or anything in it is wrong */
    public static Case read(Path file) {
        try {
            long size = Files.size(file);
            if (size > LARGEST) {
                throw new InputException(
                        "%s: expected at most %d MB, found %d MB".formatted(file, LARGEST >> 20, size >> 20));
            }
            return parse(new JsonFields(file.toString(), "", MAPPER.readTree(Files.readAllBytes(file))));
        } catch (IOException e) {
            throw new InputException("%s: %s".formatted(file, reason(file)), e);
        } catch (StreamConstraintsException e) {
            throw new InputException(
                    "%s: expected a case file, found one nested more than %d deep or with a number or name of extreme length"
                            .formatted(file, DEEPEST),
                    e);
        } catch (JacksonException e) {
            throw new InputException("%s, %s: not valid JSON: %s".formatted(file, place(e), e.getOriginalMessage()), e);
        }
    }

    private static String reason(Path file) {
        if (!Files.exists(file)) {
            return "no such file";
        }
        return Files.isDirectory(file) ? "is a folder, expected a file" : "cannot be read";
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? "somewhere"
                : "line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }

    private static Case parse(JsonFields root) {
        root.only(List.of("name", "layers", "loss", "reduction", "x", "y", "claimed", "learningRate"));
        Network network = network(root);
        Parameters theta = point(network, root.field("layers"));
        Batch batch = batch(network, root);
        Optional<Claim> claim =
                root.has("claimed") ? Optional.of(claim(network, root.field("claimed"))) : Optional.empty();
        var rate = root.has("learningRate")
                ? OptionalDouble.of(root.field("learningRate").number())
                : OptionalDouble.empty();
        String name = root.has("name") ? root.field("name").text() : root.file();
        return new Case(name, theta, batch, claim, rate);
    }

    private static Network network(JsonFields root) {
        var layers = new ArrayList<Layer>();
        for (JsonFields json : root.field("layers").elements()) {
            json.only(List.of("weights", "bias", "activation"));
            double[][] weights = json.field("weights").matrix();
            int expected = layers.isEmpty()
                    ? weights.length
                    : layers.get(layers.size() - 1).nOut();
            if (weights.length != expected) {
                throw json.field("weights")
                        .wrong("expected %d rows, the outputs of the layer before, found %d"
                                .formatted(expected, weights.length));
            }
            json.field("bias").vector(weights[0].length);
            layers.add(new Layer(weights.length, weights[0].length, named(Activation.class, json.field("activation"))));
        }
        try {
            return new Network(
                    layers, named(Loss.class, root.field("loss")), named(Reduction.class, root.field("reduction")));
        } catch (InputException e) {
            throw e.getMessage().startsWith(root.file()) ? e : root.wrong(e.getMessage());
        }
    }

    private static <E extends Enum<E> & Named> E named(Class<E> type, JsonFields json) {
        try {
            return Named.parse(type, type.getSimpleName().toLowerCase(java.util.Locale.ROOT), json.text());
        } catch (InputException e) {
            throw e.getMessage().startsWith(json.file()) ? e : json.wrong(e.getMessage());
        }
    }

    private static Batch batch(Network network, JsonFields root) {
        JsonFields x = root.field("x");
        int n = x.elements().size();
        double[][] samples = x.matrix(n, network.nIn());
        double[][] targets = root.field("y").matrix(n, network.nOut());
        return new Batch(Nd4j.createFromArray(samples), Nd4j.createFromArray(targets));
    }

    private static Claim claim(Network network, JsonFields json) {
        json.only(List.of("loss", "gradients"));
        var loss = json.has("loss") ? OptionalDouble.of(json.field("loss").number()) : OptionalDouble.empty();
        JsonFields gradients = json.field("gradients");
        int found = gradients.elements().size();
        if (found != network.depth()) {
            throw gradients.wrong("expected %d layers, found %d".formatted(network.depth(), found));
        }
        gradients.elements().forEach(layer -> layer.only(List.of("weights", "bias")));
        return Claim.of(loss, point(network, gradients));
    }

    private static Parameters point(Network network, JsonFields layers) {
        double[] values = new double[network.size()];
        for (Block block : network.blocks()) {
            JsonFields layer = layers.elements().get(block.layer());
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

    /** The same format, written: what {@link #read} would read again. */
    public static String write(Case given) {
        Network network = given.network();
        ObjectNode root = MAPPER.createObjectNode().put("name", given.name());
        var layers = root.putArray("layers");
        write(given.parameters(), layers);
        for (int l = 0; l < network.depth(); l++) {
            ((ObjectNode) layers.get(l))
                    .put("activation", network.layer(l).activation().id());
        }
        root.put("loss", network.loss().id())
                .put("reduction", network.reduction().id());
        root.set("x", MAPPER.valueToTree(Rows.of(given.batch().x())));
        root.set("y", MAPPER.valueToTree(Rows.of(given.batch().y())));
        given.claim().ifPresent(claim -> {
            ObjectNode claimed = root.putObject("claimed");
            claim.loss().ifPresent(loss -> claimed.put("loss", loss));
            write(claim.gradient(), claimed.putArray("gradients"));
        });
        given.learningRate().ifPresent(rate -> root.put("learningRate", rate));
        return MAPPER.writeValueAsString(root) + "\n";
    }

    private static void write(Parameters point, ArrayNode layers) {
        for (int l = 0; l < point.network().depth(); l++) {
            ObjectNode layer = layers.addObject();
            layer.set("weights", MAPPER.valueToTree(Rows.of(point.weights(l))));
            layer.set("bias", MAPPER.valueToTree(point.bias(l).toDoubleVector()));
        }
    }
}
