package handgrad.network.array;

/** Sums in an order that is fixed, so that they have the same bits on every run, and that lets a processor overlap additions. */
public final class Sums {
    private Sums() {}

    /** {@code x[from] + ... + x[to - 1]}, as four sums of every fourth number. */
    public static double of(double[] x, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        for (; i < to; i++) {
            a += x[i];
        }
        return (a + b) + (c + d);
    }
}
