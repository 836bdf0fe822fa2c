package handgrad.lab.result;

import java.util.List;
import java.util.Optional;

/**
 * Two programs side by side, tensor by tensor in the order in which they are computed: forward from the input, then the gradients
 * from the loss down.
 *
 * @param tool the program that is verified
 * @param reference the one it is held against
 * @param tensors those that both hand out
 * @param notes what could not be compared, a sentence each
 */
public record Compared(String tool, String reference, List<Pair> tensors, List<String> notes) {
    public Compared {
        tensors = List.copyOf(tensors);
        notes = List.copyOf(notes);
    }

    /**
     * One tensor of both.
     *
     * @param place of the entry that is furthest apart, along each axis from 0; empty for a single number
     * @param own there
     * @param other the reference's there
     * @param difference the largest, relative to the reference's largest entry; infinite where shapes differ or values are not finite
     */
    public record Pair(String name, List<Integer> place, double own, double other, double difference, boolean same) {}

    /** The first that differs: what comes after it follows from it. */
    public Optional<Pair> first() {
        return tensors.stream().filter(pair -> !pair.same).findFirst();
    }

    public boolean passes() {
        return first().isEmpty();
    }
}
