package handgrad.network.function;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A function, a loss or a rule of descent: one record in one file, found by {@code ServiceLoader}. Users write it by its
 * name, with its numbers where it has some: {@code relu}, {@code leaky-relu(0.2)}. The record's components, all
 * {@code double}, are these numbers; its constructor without arguments gives the usual ones.
 */
public interface Definition {
    /** The name without numbers, that of the class: {@code LeakyRelu} is {@code leaky-relu}. */
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    /** What users write: the name, with the numbers unless they are the usual ones. */
    default String id() {
        double[] numbers = Definitions.numbers(this);
        return Arrays.equals(numbers, Definitions.numbers(Definitions.usual(this)))
                ? name()
                : name()
                        + Arrays.stream(numbers)
                                .mapToObj(Definitions::written)
                                .collect(Collectors.joining(", ", "(", ")"));
    }
}
