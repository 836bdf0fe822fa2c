package handgrad.input.claim;

import handgrad.InputException;
import handgrad.Shown;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A place in a JSON document, which knows its own address: every complaint names the file and the field. The address is
 * put together only for a complaint, as a document may hold millions of numbers.
 */
final class JsonFields {
    /** What people write beside the numbers. */
    private static final List<String> REMARKS = List.of("comment", "description");

    private final String file;
    private final JsonFields parent;
    /** Of the field in its object, or null for an element of an array. */
    private final String name;

    private final int index;
    private final JsonNode node;
    /** Whether numbers may be NaN or infinite, as in what somebody claims. */
    private final boolean any;

    private JsonFields(String file, JsonFields parent, String name, int index, JsonNode node, boolean any) {
        this.file = file;
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.node = node;
        this.any = any;
    }

    /** The whole document. */
    static JsonFields root(String file, JsonNode node) {
        return new JsonFields(file, null, "", 0, node, false);
    }

    String file() {
        return file;
    }

    /** The field of an object, which must be there. */
    JsonFields field(String wanted) {
        JsonNode value = node.get(wanted);
        if (value == null || value.isNull()) {
            throw wrong("expected a field '%s', found none".formatted(wanted));
        }
        return new JsonFields(file, this, wanted, 0, value, any);
    }

    /** The same place, where numbers may be NaN or infinite. */
    JsonFields asClaimed() {
        return new JsonFields(file, parent, name, index, node, true);
    }

    /** The name of the field itself. */
    String what() {
        return name;
    }

    boolean isNull() {
        return node.isNull();
    }

    boolean isText() {
        return node.isString();
    }

    /** How deep arrays stand in arrays: 0 for a number, 1 for an array of numbers. */
    int depth() {
        int depth = 0;
        for (JsonNode at = node; at.isArray(); at = at.get(0)) {
            depth++;
            if (at.isEmpty()) {
                break;
            }
        }
        return depth;
    }

    boolean flag() {
        if (!node.isBoolean()) {
            throw wrong("expected true or false, found " + kind());
        }
        return node.booleanValue();
    }

    boolean has(String wanted) {
        return node.hasNonNull(wanted);
    }

    /** Complains of anything but an object with these fields. */
    JsonFields only(List<String> known) {
        if (!node.isObject()) {
            throw wrong("expected an object, found " + kind());
        }
        for (String given : node.propertyNames()) {
            if (!known.contains(given) && !REMARKS.contains(given)) {
                throw wrong(InputException.unknown("field", given, known).getMessage());
            }
        }
        return this;
    }

    /** The number of elements of an array, of which there must be at least one. */
    int size() {
        if (!node.isArray()) {
            throw wrong("expected an array, found " + kind());
        }
        if (node.isEmpty()) {
            throw wrong("expected at least one element, found an empty array");
        }
        return node.size();
    }

    JsonFields element(int i) {
        return new JsonFields(file, this, null, i, node.get(i), any);
    }

    /** The elements of an array, of which there must be at least one. */
    List<JsonFields> elements() {
        int size = size();
        var elements = new ArrayList<JsonFields>(size);
        for (int i = 0; i < size; i++) {
            elements.add(element(i));
        }
        return elements;
    }

    String text() {
        if (!node.isString()) {
            throw wrong("expected a string, found " + kind());
        }
        return node.stringValue();
    }

    /** A number, which must be finite unless it is claimed. */
    double number() {
        if (!node.isNumber()) {
            throw wrong("expected a number, found " + kind());
        }
        double value = node.isBigInteger() ? node.bigIntegerValue().doubleValue() : node.doubleValue();
        if (!Double.isFinite(value) && !any) {
            throw wrong("expected a finite number, found "
                    + (Double.isNaN(value) ? "NaN" : "one out of the range of double precision"));
        }
        return value;
    }

    /** Complains of anything but an array of the given length. */
    JsonFields length(int expected) {
        if (size() != expected) {
            throw misshapen("expected %s, found %d".formatted(count(expected, "number"), size()));
        }
        return this;
    }

    /** An array of finite numbers of the given length. */
    double[] vector(int expected) {
        length(expected);
        double[] values = new double[expected];
        for (int i = 0; i < expected; i++) {
            JsonNode entry = node.get(i);
            boolean plain = entry.isDouble() && Double.isFinite(entry.doubleValue());
            values[i] = plain ? entry.doubleValue() : element(i).number();
        }
        return values;
    }

    /** How long the rows of a matrix are; all must be of one length, whatever is in them. */
    int columns() {
        int rows = size();
        int columns = element(0).size();
        for (int i = 1; i < rows; i++) {
            element(i).length(columns);
        }
        return columns;
    }

    /** {@code 1 layer}, {@code 2 layers}. */
    static String count(int number, String thing) {
        return "%d %s%s".formatted(number, thing, number == 1 ? "" : "s");
    }

    InputException wrong(String sentence) {
        return new InputException(placed(sentence));
    }

    /** Something has another shape than it should have: another layout may explain it. */
    InputException misshapen(String sentence) {
        return new InputException(placed(sentence), new Misshapen());
    }

    /** What tells a wrong shape from other complaints. */
    static final class Misshapen extends RuntimeException {
        private Misshapen() {
            super(null, null, false, false);
        }
    }

    private String placed(String sentence) {
        return parent == null
                ? "%s: %s".formatted(file, sentence)
                : "%s, field %s: %s".formatted(file, path(), sentence);
    }

    /** Such as {@code layers[1].weights[0]}. */
    String path() {
        if (name == null) {
            return "%s[%d]".formatted(parent.path(), index);
        }
        return parent == null || parent.parent == null ? name : parent.path() + "." + name;
    }

    private String kind() {
        if (node.isString()) {
            return "the text \"%s\"".formatted(Shown.text(node.stringValue()));
        }
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case NUMBER -> "the number " + Shown.text(node.asString());
            case BOOLEAN -> node.asString();
            default -> "nothing";
        };
    }
}
