package handgrad.input.program;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What comes next on a program's standard output. */
sealed interface Line {
    /** Enough of it for a complaint. */
    int SHOWN = 400;

    byte[] bytes();

    /** Its beginning as text. */
    default String beginning() {
        return new String(Arrays.copyOf(bytes(), Math.min(SHOWN, bytes().length)), StandardCharsets.UTF_8);
    }

    /** A line, without its end. */
    record Whole(byte[] bytes) implements Line {}

    /** The end of the output, and what stands before it without the end of a line. */
    record End(byte[] bytes) implements Line {}

    /** A line that is longer than any may be, as far as it was read. */
    record Endless(byte[] bytes) implements Line {}
}
