package handgrad.cli;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** When a command says how far it has come where there is no terminal: first after two seconds, then every ten at most. */
final class Pace {
    /** Whoever waits longer wants to know. */
    private static final long FIRST_SECONDS = 2;

    private static final long SECONDS = 10;

    private final LongSupplier clock;
    private final long start;
    private long next;

    /** Begins now. */
    Pace() {
        this(System::nanoTime);
    }

    /** @param clock in nanoseconds */
    Pace(LongSupplier clock) {
        this.clock = clock;
        this.start = clock.getAsLong();
        this.next = start + TimeUnit.SECONDS.toNanos(FIRST_SECONDS);
    }

    /** Whether it is time to say something; then it is not for the next ten seconds. */
    synchronized boolean due() {
        long now = clock.getAsLong();
        if (now - next < 0) {
            return false;
        }
        next = now + TimeUnit.SECONDS.toNanos(SECONDS);
        return true;
    }

    /** Whether the first two seconds are over. */
    boolean begun() {
        return seconds() >= FIRST_SECONDS;
    }

    /** Since it began. */
    long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(clock.getAsLong() - start);
    }
}
