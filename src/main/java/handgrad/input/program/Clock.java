package handgrad.input.program;

import java.math.BigDecimal;
import java.time.Duration;

/** How much of the limits is left, counted from when it was made. */
final class Clock {
    private final Limits limits;
    private final long start = System.nanoTime();

    Clock(Limits limits) {
        this.limits = limits;
    }

    /** How long the next answer may take; zero where the whole is over. */
    Duration forAnswer() {
        Duration left = limits.whole().minusNanos(System.nanoTime() - start);
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(limits.answer()) < 0 ? left : limits.answer();
    }

    /** What is said of an answer that did not come in time. */
    String late() {
        return forAnswer().isZero()
                ? wholeOver()
                : "no answer within %s; an answer that was written is only seen when standard output is flushed"
                        .formatted(seconds(limits.answer()));
    }

    String wholeOver() {
        return "the %s for all answers together are over".formatted(seconds(limits.whole()));
    }

    private static String seconds(Duration limit) {
        return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
