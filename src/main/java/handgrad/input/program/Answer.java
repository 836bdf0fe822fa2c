package handgrad.input.program;

import java.util.Optional;

/** What came of one question. A reason is one sentence, fit to print. */
public sealed interface Answer<T> {
    /** Why there is no answer; empty where there is one. */
    default Optional<String> trouble() {
        if (this instanceof Unsupported<T> unsupported) {
            return Optional.of(unsupported.reason);
        }
        if (this instanceof Failed<T> failed) {
            return Optional.of(failed.reason);
        }
        return this instanceof Broken<T> broken ? Optional.of(broken.reason) : Optional.empty();
    }

    /** It has an answer. */
    record Given<T>(T value) implements Answer<T> {}

    /** It says that it is not made for this one. */
    record Unsupported<T>(String reason) implements Answer<T> {}

    /** It has no answer, or one that cannot be read or has another shape; the next can still be asked. */
    record Failed<T>(String reason) implements Answer<T> {}

    /** Late, ended, flooding, no JSON, out of order: nothing more can be asked of this process. */
    record Broken<T>(String reason) implements Answer<T> {}
}
