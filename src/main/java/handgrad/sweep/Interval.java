package handgrad.sweep;

/**
 * Where a share most likely lies that was seen {@code hits} times in {@code n}: Wilson's interval of 95 %,
 *
 * <pre>
 *   (p + z^2/2n -+ z sqrt(p (1 - p)/n + z^2/4n^2)) / (1 + z^2/n),   p = hits/n,   z = 1.959964
 * </pre>
 *
 * (E. B. Wilson, 1927). Unlike p -+ z sqrt(p (1 - p)/n) it stays in 0..1, and is not a point where all or none are hits.
 */
public record Interval(double low, double high) {
    private static final double Z = 1.959963984540054;

    /** From counts; {@code n} is at least 1. */
    public static Interval wilson(long hits, long n) {
        double p = (double) hits / n;
        double z2 = Z * Z / n;
        double centre = (p + z2 / 2) / (1 + z2);
        double half = Z * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n)) / (1 + z2);
        // At the ends rounding would leave a digit in the last place.
        return new Interval(hits == 0 ? 0 : centre - half, hits == n ? 1 : centre + half);
    }
}
