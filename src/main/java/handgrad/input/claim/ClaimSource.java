package handgrad.input.claim;

import java.util.Optional;

/**
 * Where a claim stands: in a case file beside its network, or in the answer of a program.
 *
 * @param claimed the gradient, as it is or as updates, and what else is claimed
 * @param after the parameters after a step
 */
record ClaimSource(JsonFields root, Optional<JsonFields> claimed, Optional<JsonFields> after) {
    static ClaimSource of(JsonFields root) {
        return new ClaimSource(root, given(root, "claimed").map(JsonFields::asClaimed), given(root, "after"));
    }

    private static Optional<JsonFields> given(JsonFields root, String name) {
        return root.has(name) ? Optional.of(root.field(name)) : Optional.empty();
    }
}
