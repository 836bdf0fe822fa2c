package handgrad.train.bench;

import java.time.Duration;

/**
 * How long is measured. In a round every subject has a turn.
 *
 * @param turn how long one takes, about; at least one step
 * @param warmUp rounds that are thrown away, until the JVM has compiled what runs
 * @param rounds rounds that count, at least 1
 */
public record Plan(Duration turn, int warmUp, int rounds) {
    /** Ten seconds a workload. */
    public static final Plan QUICK = new Plan(Duration.ofMillis(25), 40, 60);

    /** Half a minute a workload. */
    public static final Plan FULL = new Plan(Duration.ofMillis(50), 60, 90);

    public Plan {
        if (turn.isNegative() || turn.isZero() || warmUp < 0 || rounds < 1) {
            throw new IllegalArgumentException(
                    "%s, %d and %d rounds: expected some time and at least one round".formatted(turn, warmUp, rounds));
        }
    }

    /** Those thrown away and those that count. */
    public int allRounds() {
        return warmUp + rounds;
    }
}
