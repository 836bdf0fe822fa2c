package handgrad.input.program;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a program is asked for at a point.
 *
 * @param layers the field of the output that has to be there, a list of layers; empty where it is none
 * @param known the fields that may be, beside others
 */
record Question(String module, String function, String layers, Set<String> known) {
    static final Question GRADIENT = new Question(
            "network",
            "gradient",
            "gradients",
            Set.of("gradients", "updates", "fromStep", "layout", "loss", "inputs", "outputs", "activations"));

    static final Question LOSS = new Question("network", "loss", "", Set.of());
    static final Question STEP = new Question("network", "step", "layers", Set.of("layers", "layout"));
    static final Question ACCUMULATE = new Question("network", "accumulate", GRADIENT.layers, GRADIENT.known);
    static final Question OWN_GRADIENT = new Question("function", "gradient", "", Set.of());
    static final Question OWN_LOSS = new Question("function", "loss", "", Set.of());

    private static final Set<String> PARAMETERS = Set.of("weights", "bias");

    void put(ObjectNode message, JsonNode input) {
        message.put("module", module).put("function", function).set("input", input);
    }

    /**
     * Takes out of an output what nobody asked for, where what was asked for is there. Where it is not, one may be meant by the
     * other, and the complaint will say so.
     */
    void removeSurplus(JsonNode output) {
        if (!layers.isEmpty()) {
            retain(output, Set.of(layers), known);
            output.path(layers).forEach(layer -> retain(layer, PARAMETERS, PARAMETERS));
        }
    }

    private static void retain(JsonNode node, Set<String> needed, Set<String> fields) {
        if (node instanceof ObjectNode object && needed.stream().allMatch(object::hasNonNull)) {
            object.retain(fields);
        }
    }
}
