package handgrad.network.function;

import java.util.Arrays;
import java.util.Locale;

/**
 * A function, a loss or a rule of descent: one record in one file, found by {@code ServiceLoader}. Users write it by its
 * name, with its numbers where it has some: {@code relu}, {@code leaky-relu(0.2)}. The record's components, all
 * {@code double}, are these numbers; its constructor without arguments gives the usual ones.
 */
public interface Definition {
    /** The name without numbers, that of the class: {@code LeakyRelu} is {@code leaky-relu}. */
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** What users write: the name, with the numbers unless they are the usual ones. */
    default String id() {
        boolean usual = Arrays.equals(Definitions.numbers(this), Definitions.numbers(Definitions.usual(this)));
        return usual ? name() : Definitions.withNumbers(this);
    }
}
