package handgrad.network.function;

/**
 * A function, a loss or a rule of descent: one record in one file, found by {@code ServiceLoader}. Users write it by its
 * name, with its numbers where it has some: {@code relu}, {@code leaky-relu(0.2)}. The record's components, all
 * {@code double}, are these numbers; its constructor without arguments gives the usual ones.
 */
public interface Definition {
    /** The name without numbers, that of the class: {@code LeakyRelu} is {@code leaky-relu}. */
    default String name() {
        return Definitions.name(getClass());
    }

    /** What users write: the name, with the numbers unless they are the usual ones. */
    default String id() {
        return equals(Definitions.usual(getClass())) ? name() : Definitions.withNumbers(this);
    }
}
