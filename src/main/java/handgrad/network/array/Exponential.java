package handgrad.network.array;

/**
 * {@code e^x} and what is made of it, over stretches of up to {@link Stretches#LONGEST} numbers. Input and output may be the same
 * array; they are at least {@link Stretches#roundedUp} long, and what lies beyond n may be overwritten. Results are within a few
 * units in the last place, except that {@code e^x} may be 0 from 2^-1022 down; NaN and infinities are as in {@link Math}. Not
 * thread-safe: it has working memory of its own.
 *
 * <p>{@code x = k ln 2 + r} with k whole and {@code |r| <= ln 2 / 2}, then {@code e^x = 2^k (1 + (e^r - 1))}, where
 * {@code e^r - 1} is {@code r + r^2 q(r)}, with q of degree 9. After P. T. P. Tang, Table-driven implementation of the exponential
 * function, 1989, without the table.
 *
 * <p>Taylor's q would need degree 11. This one is the minimax polynomial: of all of its degree that with the least
 * {@code max |r + r^2 q(r) - (e^r - 1)| / e^r}, found by Remez's exchange of its twelve extremes in 60 digits. That maximum is
 * 3.6e-18, and 1.1e-17, a tenth of a rounding, with the coefficients rounded to doubles.
 *
 * <p>The polynomial is begun in the loop that finds r and ended in the one that needs it. In one loop its coefficients are more
 * than the sixteen registers that processors without AVX-512 have for vectors; and a division leaves time for the second half.
 */
public final class Exponential {
    /** 1.5 * 2^52: a number added to it is rounded to a whole one, which then stands in the last bits. */
    private static final double ROUNDER = 0x1.8p52;

    private static final double LOG2_E = 1.4426950408889634;

    /** ln 2 in two parts: the product of the first with k is rounded once only, with {@link Math#fma}. */
    private static final double LN_2 = 0.6931471805599453;

    private static final double LN_2_REST = 2.3190468138462996e-17;

    /** What is taken from the bits of a shifted k, to leave those of a double's exponent. */
    private static final long BIAS = Double.doubleToRawLongBits(ROUNDER) - 1022;

    /** 1 - tanh 20 is below 1e-17. */
    private static final double TANH_IS_ONE = 20;

    private final double[] exponent = Stretches.memory();
    private final double[] rest = Stretches.memory();
    private final double[] begun = Stretches.memory();
    private final double[] small = Stretches.memory();

    /** {@code y = e^x}. */
    public void exp(double[] x, double[] y, int n) {
        reduce(x, 1, n);
        if (powers(n)) {
            int end = Stretches.roundedUp(n);
            for (int i = 0; i < end; i++) {
                y[i] = exponent[i] * Math.fma(2, ended(rest[i], begun[i]), 2);
            }
        } else {
            for (int i = 0; i < n; i++) {
                y[i] = Math.exp(x[i]);
            }
        }
    }

    /** {@code y = 1 / (1 + e^-x)}. */
    public void sigmoid(double[] x, double[] y, int n) {
        reduce(x, -1, n);
        if (powers(n)) {
            int end = Stretches.roundedUp(n);
            for (int i = 0; i < end; i++) {
                y[i] = 1 / (1 + exponent[i] * Math.fma(2, ended(rest[i], begun[i]), 2));
            }
        } else {
            for (int i = 0; i < n; i++) {
                y[i] = 1 / (1 + Math.exp(-x[i]));
            }
        }
    }

    /** {@code y = tanh x = m / (m + 2)} with {@code m = e^2x - 1}, which keeps its digits where x is small. */
    public void tanh(double[] x, double[] y, int n) {
        int end = Stretches.roundedUp(n);
        for (int i = 0; i < end; i++) {
            small[i] = Math.min(x[i], TANH_IS_ONE);
        }
        reduce(small, 2, n);
        if (powers(n)) {
            for (int i = 0; i < end; i++) {
                double m = Math.fma(exponent[i], 2 * ended(rest[i], begun[i]), 2 * exponent[i] - 1);
                y[i] = m / (m + 2);
            }
        } else {
            for (int i = 0; i < n; i++) {
                y[i] = Math.tanh(x[i]);
            }
        }
    }

    /** {@code y = ln(1 + e^x) = max(x, 0) + ln(1 + e^-|x|)}: no exponential of a large number. */
    public void softplus(double[] x, double[] y, int n) {
        int end = Stretches.roundedUp(n);
        for (int i = 0; i < end; i++) {
            small[i] = -Math.abs(x[i]);
        }
        exp(small, small, n);
        for (int i = 0; i < end; i++) {
            y[i] = Math.max(x[i], 0) + logOfOnePlus(small[i]);
        }
    }

    /** Leaves k, in the last bits, in {@code exponent}, r in {@code rest} and half of q(r) in {@code begun}, for {@code factor x}. */
    private void reduce(double[] x, double factor, int n) {
        int end = Stretches.roundedUp(n);
        for (int i = 0; i < end; i++) {
            double value = factor * x[i];
            double shifted = Math.fma(value, LOG2_E, ROUNDER);
            double k = shifted - ROUNDER;
            double r = Math.fma(-k, LN_2_REST, Math.fma(-k, LN_2, value));
            double q = Math.fma(0x1.ad7f77a4cc398p-26, r, 0x1.28ad68a3b1764p-22);
            q = Math.fma(q, r, 0x1.71df253c1ca87p-19);
            q = Math.fma(q, r, 0x1.a0199a16e1139p-16);
            q = Math.fma(q, r, 0x1.a01a012a68ec9p-13);
            exponent[i] = shifted;
            rest[i] = r;
            begun[i] = q;
        }
    }

    /** {@code e^r - 1} from the half of q(r) that {@link #reduce} has left. */
    private static double ended(double r, double begun) {
        double q = Math.fma(begun, r, 0x1.6c16c184266d2p-10);
        q = Math.fma(q, r, 0x1.1111111127b9dp-7);
        q = Math.fma(q, r, 0x1.555555555088cp-5);
        q = Math.fma(q, r, 0x1.55555555554fap-3);
        q = Math.fma(q, r, 0x1.000000000000ap-1);
        return Math.fma(r * r, q, r);
    }

    /** Turns the k in {@code exponent} into {@code 2^(k-1)}, with 0 and infinity at the ends; false if one is beyond them. */
    private boolean powers(int n) {
        long seen = 0;
        for (int i = 0; i < n; i++) {
            long biased = Double.doubleToRawLongBits(exponent[i]) - BIAS;
            exponent[i] = Double.longBitsToDouble(biased << 52);
            seen |= biased;
        }
        return seen >>> 11 == 0;
    }

    /**
     * {@code ln(1 + x)} for x from 0 to 1: {@code 2 artanh s = 2 (s + s^3/3 + s^5/5 + ...)} with {@code s = x / (2 + x)}, at
     * most 1/3; the first term left out is below 1e-17 of the sum.
     */
    private static double logOfOnePlus(double x) {
        double s = x / (2 + x);
        double w = s * s;
        double tail = Math.fma(1 / 33.0, w, 1 / 31.0);
        tail = Math.fma(tail, w, 1 / 29.0);
        tail = Math.fma(tail, w, 1 / 27.0);
        tail = Math.fma(tail, w, 1 / 25.0);
        tail = Math.fma(tail, w, 1 / 23.0);
        tail = Math.fma(tail, w, 1 / 21.0);
        tail = Math.fma(tail, w, 1 / 19.0);
        tail = Math.fma(tail, w, 1 / 17.0);
        tail = Math.fma(tail, w, 1 / 15.0);
        tail = Math.fma(tail, w, 1 / 13.0);
        tail = Math.fma(tail, w, 1 / 11.0);
        tail = Math.fma(tail, w, 1 / 9.0);
        tail = Math.fma(tail, w, 1 / 7.0);
        tail = Math.fma(tail, w, 1 / 5.0);
        tail = Math.fma(tail, w, 1 / 3.0);
        double twice = 2 * s;
        return Math.fma(twice * w, tail, twice);
    }
}
