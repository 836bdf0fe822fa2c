package handgrad.judge.function;

import java.util.Optional;

/** Sees one kind of structure in the error of a tensor's gradient. */
@FunctionalInterface
interface Reader {
    Optional<Structure> read(Evidence evidence, Scene scene);
}
