package handgrad.show.page;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Numbers that are shown as colours, two bytes each: evenly between the smallest and the largest. Written out they would
 * take most of a page.
 */
final class Packing {
    /** How many steps there are between the smallest and the largest. */
    private static final int STEPS = 65_533;

    private static final int NOT_FINITE = 65_534;
    private static final int NONE = 65_535;

    private Packing() {}

    /** Replaces an array of numbers, what stands for numbers that are not finite, and nulls by its packed form. */
    static void pack(ObjectNode object, String name) {
        if (object.path(name) instanceof ArrayNode values) {
            object.set(name, packed(values));
        }
    }

    /** The packed form; {@code numbers.js} reads it. */
    static ObjectNode packed(ArrayNode values) {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (JsonNode value : values) {
            if (isFinite(value)) {
                from = Math.min(from, value.doubleValue());
                to = Math.max(to, value.doubleValue());
            }
        }
        double unit = to > from ? (to - from) / STEPS : 1;
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (JsonNode value : values) {
            bytes.putShort((short) code(value, from, unit));
        }
        ObjectNode packed = values.objectNode();
        double first = to >= from ? from : 0;
        packed.put("from", first);
        packed.put("to", to > from ? to : first + STEPS);
        packed.put("packed", Base64.getEncoder().encodeToString(bytes.array()));
        return packed;
    }

    private static int code(JsonNode value, double from, double unit) {
        if (isFinite(value)) {
            return (int) Math.round((value.doubleValue() - from) / unit);
        }
        return value.isNull() ? NONE : NOT_FINITE;
    }

    private static boolean isFinite(JsonNode value) {
        return value.isNumber() && Double.isFinite(value.doubleValue());
    }
}
