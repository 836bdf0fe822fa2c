package handgrad.input.program;

import handgrad.input.array.NumberArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as it is spoken: numbers as the shortest decimals that read back the same, all characters in ASCII. */
final class Json {
    private static final int DEEPEST = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // As Python writes them.
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .enable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
                    .build())
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Values as one flat array. */
    static JsonNode array(double... values) {
        return MAPPER.valueToTree(values);
    }

    /** Values as arrays in arrays; an empty shape is a number. */
    static JsonNode array(List<Integer> shape, double... values) {
        if (shape.isEmpty()) {
            return DoubleNode.valueOf(values[0]);
        }
        if (shape.size() == 1) {
            return array(values);
        }
        ArrayNode rows = MAPPER.createArrayNode();
        int length = shape.get(0) == 0 ? 0 : values.length / shape.get(0);
        for (int i = 0; i < shape.get(0); i++) {
            rows.add(array(shape.subList(1, shape.size()), Arrays.copyOfRange(values, i * length, (i + 1) * length)));
        }
        return rows;
    }

    /** An array of numbers, or arrays of one shape in an array; empty for anything else. */
    static Optional<NumberArray> numbers(JsonNode node) {
        var shape = new ArrayList<Integer>();
        JsonNode first = node;
        while (first.isArray() && !first.isEmpty()) {
            shape.add(first.size());
            first = first.get(0);
        }
        if (shape.isEmpty() || !first.isNumber()) {
            return Optional.empty();
        }
        return Optional.of(new NumberArray(shape, leaves(node).toArray()));
    }

    private static DoubleStream leaves(JsonNode node) {
        return node.isNumber()
                ? DoubleStream.of(node.doubleValue())
                : node.valueStream().flatMapToDouble(Json::leaves);
    }

    static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** @throws tools.jackson.core.JacksonException if it is not one document */
    static JsonNode read(byte[] text) {
        return MAPPER.readTree(text);
    }
}
