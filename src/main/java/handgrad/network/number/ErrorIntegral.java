package handgrad.network.number;

/**
 * {@code erf(x)}, the {@code 2 / sqrt(pi)} of the integral of {@code e^(-t^2)} from 0 to x, within a few units in the last place.
 * M. Abramowitz and I. Stegun, Handbook of mathematical functions, 7.1.6 and 7.1.14.
 */
public final class ErrorIntegral {
    /** Above it the continued fraction of what is left to 1 converges, and loses fewer digits. */
    private static final double SERIES = 0.75;

    /** From here on it has rounded to 1. */
    private static final double END = 6;

    /** Enough for the last place below that. */
    private static final int TERMS = 20;

    private ErrorIntegral() {}

    /** The function at a number; NaN at NaN. */
    public static double of(double x) {
        double size = Math.abs(x);
        if (!(size < END)) {
            return Double.isNaN(x) ? x : Math.signum(x);
        }
        return Math.copySign(size < SERIES ? series(size) : 1 - complement(size), x);
    }

    /**
     * {@code 2 / sqrt(pi) e^(-x^2) sum_n 2^n x^(2n+1) / (1 3 ... (2n+1))}: no term is negative, so nothing cancels. It is nested,
     * {@code x (1 + 2x^2/3 (1 + 2x^2/5 (...)))}, so that what the inner sums round grows smaller on the way out.
     */
    private static double series(double x) {
        double sum = 1;
        for (int n = TERMS; n >= 1; n--) {
            sum = 1 + 2 * x * x / (2 * n + 1) * sum;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * (x * sum);
    }

    /** {@code e^(-x^2) / sqrt(pi) / (x + (1/2) / (x + (2/2) / (x + (3/2) / (x + ...))))}. */
    private static double complement(double x) {
        double below = x;
        // Enough for the last place: the smaller x, the slower it converges.
        int fractions = 20 + (int) (230 / (x * x));
        for (int k = fractions; k >= 1; k--) {
            below = x + 0.5 * k / below;
        }
        return Math.exp(-x * x) / Math.sqrt(Math.PI) / below;
    }
}
