package handgrad.input.program;

import java.time.Duration;

/**
 * How long a program may take.
 *
 * @param answer for one answer
 * @param whole for all answers together, counted from its first start
 */
public record Limits(Duration answer, Duration whole) {
    /** 10 s and 120 s. */
    public static final Limits DEFAULT = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(120));
}
