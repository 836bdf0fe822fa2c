package handgrad.claim;

import handgrad.network.InputException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A place in a JSON document, which knows its own address: every complaint names the file and the field.
 *
 * @param file the file's name
 * @param path such as {@code layers[1].weights[0]}; empty for the whole document
 */
record JsonFields(String file, String path, JsonNode node) {
    /** The field of an object, which must be there. */
    JsonFields field(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw wrong("expected a field '%s', found none".formatted(name));
        }
        return at(path.isEmpty() ? name : path + "." + name, value);
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** Complains of anything but an object with these fields. */
    JsonFields only(List<String> known) {
        if (!node.isObject()) {
            throw wrong("expected an object, found " + kind());
        }
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw wrong(InputException.unknown("field", name, known).getMessage());
            }
        }
        return this;
    }

    /** The elements of an array, of which there must be at least one. */
    List<JsonFields> elements() {
        if (!node.isArray()) {
            throw wrong("expected an array, found " + kind());
        }
        var elements = new ArrayList<JsonFields>();
        for (JsonNode element : node) {
            elements.add(at("%s[%d]".formatted(path, elements.size()), element));
        }
        if (elements.isEmpty()) {
            throw wrong("expected at least one element, found an empty array");
        }
        return elements;
    }

    String text() {
        if (!node.isString()) {
            throw wrong("expected a string, found " + kind());
        }
        return node.stringValue();
    }

    /** A finite number. */
    double number() {
        if (!node.isNumber()) {
            throw wrong("expected a number, found " + kind());
        }
        double value = node.isBigInteger() ? node.bigIntegerValue().doubleValue() : node.doubleValue();
        if (!Double.isFinite(value)) {
            throw wrong("expected a finite number, found "
                    + (Double.isNaN(value) ? "NaN" : "one out of the range of double precision"));
        }
        return value;
    }

    /** An array of finite numbers of the given length. */
    double[] vector(int length) {
        List<JsonFields> entries = elements();
        if (entries.size() != length) {
            throw wrong("expected %d numbers, found %d".formatted(length, entries.size()));
        }
        return entries.stream().mapToDouble(JsonFields::number).toArray();
    }

    /** Rows of equal length. */
    double[][] matrix() {
        List<JsonFields> rows = elements();
        int columns = rows.get(0).elements().size();
        return rows.stream().map(row -> row.vector(columns)).toArray(double[][]::new);
    }

    /** A matrix of the given shape. */
    double[][] matrix(int rows, int columns) {
        double[][] matrix = matrix();
        if (matrix.length != rows || matrix[0].length != columns) {
            throw wrong("expected %d x %d numbers, found %d x %d"
                    .formatted(rows, columns, matrix.length, matrix[0].length));
        }
        return matrix;
    }

    InputException wrong(String sentence) {
        return new InputException(
                path.isEmpty()
                        ? "%s: %s".formatted(file, sentence)
                        : "%s, field %s: %s".formatted(file, path, sentence));
    }

    private JsonFields at(String place, JsonNode value) {
        return new JsonFields(file, place, value);
    }

    private String kind() {
        if (node.isString()) {
            return "the text \"%s\"".formatted(node.stringValue());
        }
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case NUMBER -> "the number " + node.asString();
            case BOOLEAN -> node.asString();
            default -> "nothing";
        };
    }
}
