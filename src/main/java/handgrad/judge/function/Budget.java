package handgrad.judge.function;

import java.time.Duration;

/** How many losses may be asked for one judgement, and for how long. */
public record Budget(int losses, Duration time) {
    public static final Budget DEFAULT = new Budget(4000, Duration.ofSeconds(8));
}
