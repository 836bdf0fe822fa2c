package handgrad.network.array;

import handgrad.network.number.ErrorIntegral;

/**
 * {@code erf(x)}, the {@code 2 / sqrt(pi)} of the integral of {@code e^(-t^2)} from 0 to x, within a few units in the last
 * place of 1: Taylor's polynomial around the nearest of nodes {@code 1/16} apart, whose first term left out is below 1e-17.
 */
public final class ErrorFunction {
    /** From here on it has rounded to 1. */
    private static final double END = 6;

    private static final int NODES_PER_UNIT = 16;
    private static final int TERMS = 11;
    private static final double[] COEFFICIENTS = coefficients();

    private ErrorFunction() {}

    /**
     * The derivatives of {@code g(x) = 2 / sqrt(pi) e^(-x^2)} follow from {@code g' = -2 x g}: with {@code c_k} the k-th
     * coefficient of g around a node, {@code (k + 1) c_(k+1) = -2 (x c_k + c_(k-1))}.
     */
    private static double[] coefficients() {
        int nodes = ((int) END) * NODES_PER_UNIT + 1;
        double[] all = new double[nodes * TERMS];
        for (int node = 0; node < nodes; node++) {
            double x = (double) node / NODES_PER_UNIT;
            all[node * TERMS] = ErrorIntegral.of(x);
            double before = 0;
            double c = 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
            for (int k = 1; k < TERMS; k++) {
                all[node * TERMS + k] = c / k;
                double next = -2 * (x * c + before) / k;
                before = c;
                c = next;
            }
        }
        return all;
    }

    /** The function at one number; NaN at NaN. */
    public static double of(double x) {
        double size = Math.abs(x);
        if (!(size < END)) {
            return Double.isNaN(x) ? x : Math.signum(x);
        }
        int node = (int) Math.rint(size * NODES_PER_UNIT);
        double h = size - (double) node / NODES_PER_UNIT;
        int at = node * TERMS;
        double value = COEFFICIENTS[at + TERMS - 1];
        for (int k = TERMS - 2; k >= 0; k--) {
            value = Math.fma(value, h, COEFFICIENTS[at + k]);
        }
        return Math.copySign(value, x);
    }
}
