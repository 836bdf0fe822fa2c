package handgrad.network.number;

/**
 * {@code erf(x)}, the {@code 2 / sqrt(pi)} of the integral of {@code e^(-t^2)} from 0 to x, within a few units in the last place.
 * M. Abramowitz and I. Stegun, Handbook of mathematical functions, 7.1.6 and 7.1.14.
 */
public final class ErrorIntegral {
    /** Above it the continued fraction of what is left to 1 converges fast. */
    private static final double SERIES = 2.5;

    /** From here on it has rounded to 1. */
    private static final double END = 6;

    /** Enough for the last place at the end of the series. */
    private static final int PARTIAL_FRACTIONS = 60;

    private ErrorIntegral() {}

    /** The function at a number; NaN at NaN. */
    public static double of(double x) {
        double size = Math.abs(x);
        if (!(size < END)) {
            return Double.isNaN(x) ? x : Math.signum(x);
        }
        return Math.copySign(size < SERIES ? series(size) : 1 - complement(size), x);
    }

    /** {@code 2 / sqrt(pi) e^(-x^2) sum_n 2^n x^(2n+1) / (1 3 ... (2n+1))}: no term is negative, so nothing cancels. */
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; term > Math.ulp(sum) / 4; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }

    /** {@code e^(-x^2) / sqrt(pi) / (x + (1/2) / (x + (2/2) / (x + (3/2) / (x + ...))))}. */
    private static double complement(double x) {
        double below = x;
        for (int k = PARTIAL_FRACTIONS; k >= 1; k--) {
            below = x + 0.5 * k / below;
        }
        return Math.exp(-x * x) / Math.sqrt(Math.PI) / below;
    }
}
