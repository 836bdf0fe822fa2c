package handgrad.input.claim;

import handgrad.InputException;
import handgrad.Shown;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A place in a JSON document and what stands there. Every complaint, an {@link InputException}, names the file and the field.
 */
public final class JsonFields {
    /** What people write beside the numbers. */
    private static final List<String> REMARKS = List.of("comment", "description");

    private final Place place;
    private final JsonNode node;
    /** Whether numbers may be NaN or infinite, as in what somebody claims. */
    private final boolean any;

    private JsonFields(Place place, JsonNode node, boolean any) {
        this.place = place;
        this.node = node;
        this.any = any;
    }

    /** The whole document. */
    public static JsonFields root(String file, JsonNode node) {
        return new JsonFields(Place.root(file), node, false);
    }

    String file() {
        return place.file();
    }

    /** The field of an object, which must be there. */
    public JsonFields field(String wanted) {
        JsonNode value = node.get(wanted);
        if (value == null || value.isNull()) {
            throw wrong("expected a field '%s', found none".formatted(wanted));
        }
        return new JsonFields(place.field(wanted), value, any);
    }

    /** The same place, where numbers may be NaN or infinite. */
    public JsonFields asClaimed() {
        return new JsonFields(place, node, true);
    }

    public boolean isNull() {
        return node.isNull();
    }

    /** Whether it is an array without elements. */
    public boolean isEmpty() {
        return node.isArray() && node.isEmpty();
    }

    boolean isText() {
        return node.isString();
    }

    /** How deep arrays stand in arrays: 0 for a number, 1 for an array of numbers. */
    public int depth() {
        int depth = 0;
        for (JsonNode at = node; at.isArray(); at = at.get(0)) {
            depth++;
            if (at.isEmpty()) {
                break;
            }
        }
        return depth;
    }

    public boolean flag() {
        if (!node.isBoolean()) {
            throw wrong("expected true or false, found " + kind());
        }
        return node.booleanValue();
    }

    public boolean has(String wanted) {
        return node.hasNonNull(wanted);
    }

    /** Complains of anything but an object with these fields. */
    JsonFields only(List<String> known) {
        for (String given : names()) {
            if (!known.contains(given) && !REMARKS.contains(given)) {
                throw wrong(InputException.unknown("field", given, known).getMessage());
            }
        }
        return this;
    }

    /** The names of the fields of an object, in their order. */
    public List<String> names() {
        if (!node.isObject()) {
            throw wrong("expected an object, found " + kind());
        }
        return List.copyOf(node.propertyNames());
    }

    /** The number of elements of an array, of which there must be at least one. */
    public int size() {
        if (!node.isArray()) {
            throw wrong("expected an array, found " + kind());
        }
        if (node.isEmpty()) {
            throw wrong("expected at least one element, found an empty array");
        }
        return node.size();
    }

    public JsonFields element(int i) {
        return new JsonFields(place.element(i), node.get(i), any);
    }

    /** The elements of an array, of which there must be at least one. */
    public List<JsonFields> elements() {
        int size = size();
        var elements = new ArrayList<JsonFields>(size);
        for (int i = 0; i < size; i++) {
            elements.add(element(i));
        }
        return elements;
    }

    public String text() {
        if (!node.isString()) {
            throw wrong("expected a string, found " + kind());
        }
        return node.stringValue();
    }

    /** A number, which must be finite unless it is claimed. */
    public double number() {
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
    public double[] vector(int expected) {
        length(expected);
        double[] values = new double[expected];
        for (int i = 0; i < expected; i++) {
            JsonNode entry = node.get(i);
            boolean plain = entry.isDouble() && Double.isFinite(entry.doubleValue());
            values[i] = plain ? entry.doubleValue() : element(i).number();
        }
        return values;
    }

    /** {@code 1 layer}, {@code 2 layers}. */
    static String count(int number, String thing) {
        return "%d %s%s".formatted(number, thing, number == 1 ? "" : "s");
    }

    public InputException wrong(String sentence) {
        return place.wrong(sentence);
    }

    /** See {@link Place#misshapen}. */
    InputException misshapen(String sentence) {
        return place.misshapen(sentence);
    }

    String path() {
        return place.path();
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
