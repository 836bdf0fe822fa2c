package handgrad.train;

/**
 * The steps after which a run is observed: 0 to 10, then 1 to 9 times each power of ten, about a hundred evenly spaced
 * round ones, and the last.
 */
public record Schedule(long last) {
    private static final int EVEN = 100;

    /** The first of these steps above {@code step}; beyond the last there is none. */
    public long next(long step) {
        if (step >= last) {
            return Long.MAX_VALUE;
        }
        if (step < 10) {
            return step + 1;
        }
        long round = Math.min(multiple(power(step), step), multiple(round(last / EVEN), step));
        return Math.min(round, last);
    }

    /** The first multiple of {@code unit} above {@code step}. */
    private static long multiple(long unit, long step) {
        return (step / unit + 1) * unit;
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
