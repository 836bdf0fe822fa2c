package handgrad.testing;

import handgrad.Named;
import handgrad.engine.Batch;
import handgrad.engine.Parameters;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import handgrad.network.layer.Dense;
import handgrad.network.layer.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A network, a point, a batch, and the loss and gradient that PyTorch computes there in double precision. */
public record ReferenceCase(String name, Parameters parameters, Batch batch, double loss, Parameters gradient) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** All cases in {@code reference/truth.json}. */
    public static List<ReferenceCase> all() {
        JsonNode truth = read("truth.json");
        return truth.propertyNames().stream()
                .map(name -> of(name, truth.get(name)))
                .toList();
    }

    public static ReferenceCase named(String name) {
        return of(name, read("truth.json").get(name));
    }

    /** A file of {@code reference/}. */
    public static JsonNode read(String file) {
        return MAPPER.readTree(ReferenceCase.class.getResourceAsStream("/reference/" + file));
    }

    private static ReferenceCase of(String name, JsonNode truth) {
        JsonNode json = read("cases/" + name + ".json");
        var layers = new ArrayList<Layer>();
        for (JsonNode layer : json.get("layers")) {
            var activation = Definitions.named(
                    Activation.class, "activation", layer.get("activation").asString());
            layers.add(new Dense(layer.get("weights").size(), layer.get("bias").size(), activation));
        }
        var loss = Definitions.named(Loss.class, "loss", json.get("loss").asString());
        var reduction =
                Named.parse(Reduction.class, "reduction", json.get("reduction").asString());
        var network = new Network(layers, loss, reduction);
        var batch = new Batch(Nd4j.createFromArray(matrix(json.get("x"))), Nd4j.createFromArray(matrix(json.get("y"))));
        return new ReferenceCase(
                name,
                point(network, json.get("layers")),
                batch,
                truth.get("loss").asDouble(),
                point(network, truth.get("gradients")));
    }

    private static Parameters point(Network network, JsonNode layers) {
        double[] values = new double[network.size()];
        for (Block block : network.blocks()) {
            JsonNode layer = layers.get(block.layer());
            for (int row = 0; row < block.rows(); row++) {
                JsonNode entries = !block.isWeight()
                        ? layer.get("bias")
                        : layer.get("weights").get(row);
                for (int column = 0; column < block.columns(); column++) {
                    values[block.index(row, column)] = entries.get(column).asDouble();
                }
            }
        }
        return Parameters.of(network, DataType.DOUBLE, values);
    }

    private static double[][] matrix(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> StreamSupport.stream(row.spliterator(), false)
                        .mapToDouble(JsonNode::asDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    /** The point in plain numbers. */
    public Point point() {
        return parameters.point();
    }

    /** The batch in plain numbers. */
    public Samples samples() {
        return batch.samples();
    }

    @Override
    public String toString() {
        return name;
    }
}
