package handgrad.input.program;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fields of an answer that nobody asked for. They are passed over where what was asked for is there; else they stay, as one may be
 * meant by them, and the complaint says so.
 */
final class Surplus {
    private static final Set<String> CLAIMED =
            Set.of("loss", "gradients", "updates", "fromStep", "layout", "inputs", "outputs", "activations", "layers");

    private static final Set<String> PARAMETERS = Set.of("weights", "bias");

    private Surplus() {}

    /** Takes them out of the output for a network. */
    static void remove(JsonNode output) {
        for (String list : List.of("gradients", "layers")) {
            retain(output, Set.of(list), CLAIMED);
            for (JsonNode layer : output.path(list)) {
                retain(layer, PARAMETERS, PARAMETERS);
            }
        }
    }

    private static void retain(JsonNode node, Set<String> needed, Set<String> known) {
        if (node instanceof ObjectNode object && needed.stream().allMatch(object::hasNonNull)) {
            object.retain(known);
        }
    }
}
