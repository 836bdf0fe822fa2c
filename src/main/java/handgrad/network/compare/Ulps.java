package handgrad.network.compare;

/**
 * Distances in units in the last place: how many representable numbers lie from one to the other. Equal numbers are 0
 * apart, neighbours 1, {@code -0.0} and {@code 0.0} 0; NaN is infinitely far from everything.
 */
public final class Ulps {
    private Ulps() {}

    /** The distance of two doubles. */
    public static double between(double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.POSITIVE_INFINITY;
        }
        long from = rank(a);
        long to = rank(b);
        boolean sameSign = from < 0 == to < 0;
        return sameSign ? Math.abs(from - to) : Math.abs((double) from - (double) to);
    }

    /** The distance of two floats. */
    public static double between(float a, float b) {
        if (Float.isNaN(a) || Float.isNaN(b)) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.abs(rank(a) - rank(b));
    }

    /** The place of a number among all numbers of its type, counted from zero. */
    private static long rank(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits >= 0 ? bits : Long.MIN_VALUE - bits;
    }

    private static long rank(float value) {
        int bits = Float.floatToIntBits(value);
        return bits >= 0 ? bits : Integer.MIN_VALUE - (long) bits;
    }
}
