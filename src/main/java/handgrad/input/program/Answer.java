package handgrad.input.program;

/** What came of one question. A reason is one sentence, fit to print. */
public sealed interface Answer<T> {
    /** It has an answer. */
    record Given<T>(T value) implements Answer<T> {}

    /** It says that it is not made for this one. */
    record Unsupported<T>(String reason) implements Answer<T> {}

    /** It has no answer, or one that cannot be read or has another shape; the next can still be asked. */
    record Failed<T>(String reason) implements Answer<T> {}

    /** Late, ended, flooding, no JSON, out of order: nothing more can be asked of this process. */
    record Broken<T>(String reason) implements Answer<T> {}
}
