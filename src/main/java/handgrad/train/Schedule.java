package handgrad.train;

/**
 * The steps after which a run is observed: 0 to 10, then 1 to 9 times each power of ten, about a hundred evenly spaced
 * round ones, and the last.
 */
public record Schedule(long last) {
    private static final int EVEN = 100;

    /** Whether the run is observed when {@code step} steps have been made. */
    public boolean contains(long step) {
        return step <= 10 || step == last || step % power(step) == 0 || step % round(last / EVEN) == 0;
    }

    /** The largest of 1, 2, 5, 10, 20, 50, ... that is at most {@code value}; 1 where there is none. */
    public static long round(long value) {
        long power = power(value);
        long digit = value / power;
        return power * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1);
    }

    /** The largest power of ten that is at most {@code value}. */
    private static long power(long value) {
        long power = 1;
        while (value / power >= 10) {
            power *= 10;
        }
        return power;
    }
}
