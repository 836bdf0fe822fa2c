package handgrad.input.program;

import handgrad.InputException;
import handgrad.Shown;
import handgrad.input.array.ArrayFile;
import handgrad.input.array.NumberArray;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.ObjectNode;

/** What stands for numbers in an answer: {@code {"npz": "path", "key": "name"}} for an array, {@code "NaN"} for a number. */
record References(String name) {
    private static final Map<String, Double> NUMBERS =
            Map.of("NaN", Double.NaN, "Infinity", Double.POSITIVE_INFINITY, "-Infinity", Double.NEGATIVE_INFINITY);

    /**
     * The answer with the numbers themselves, put into the given tree.
     *
     * @throws InputException if a file cannot be read
     */
    JsonNode resolved(JsonNode node) {
        if (node.isString() && NUMBERS.containsKey(node.stringValue())) {
            return DoubleNode.valueOf(NUMBERS.get(node.stringValue()));
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (!array.get(i).isNumber()) {
                    array.set(i, resolved(array.get(i)));
                }
            }
        } else if (node instanceof ObjectNode object) {
            for (ArrayFile kind : ArrayFile.values()) {
                if (object.size() == 2
                        && object.path(kind.id()).isString()
                        && object.path("key").isString()) {
                    return array(
                            kind,
                            object.get(kind.id()).stringValue(),
                            object.get("key").stringValue());
                }
            }
            for (String field : List.copyOf(object.propertyNames())) {
                object.set(field, resolved(object.get(field)));
            }
        }
        return node;
    }

    private JsonNode array(ArrayFile kind, String file, String key) {
        try {
            NumberArray array = kind.read(Path.of(file), key);
            return Json.array(array.shape(), array.values());
        } catch (InvalidPathException e) {
            throw new InputException("%s: '%s' is no name of a file".formatted(name, Shown.text(file)), e);
        } catch (InputException e) {
            throw new InputException("%s: %s".formatted(name, e.getMessage()), e);
        }
    }
}
