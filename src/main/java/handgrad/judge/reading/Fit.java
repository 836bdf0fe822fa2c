package handgrad.judge.reading;

import java.util.Optional;

/**
 * How a block compares with what would have been computed: {@code claimed = factor proposed}.
 *
 * @param residual the largest difference, relative to the largest claimed entry
 */
record Fit(double factor, double residual) {
    /**
     * The fit with the best factor, where there is one within a tolerance.
     *
     * @param least smaller numbers are rounding
     */
    static Optional<Fit> of(double[] claimed, double[] proposed, double tolerance, double least) {
        double size = Math.max(Matrices.largest(claimed), least);
        if (!Double.isFinite(size)) {
            return Optional.empty();
        }
        double apart = distance(claimed, proposed, 1);
        double exact = apart / size;
        if (exact <= tolerance || apart <= least) {
            return Optional.of(new Fit(1, exact));
        }
        double length = Matrices.dot(proposed, proposed);
        double factor = length == 0 ? 0 : Matrices.dot(claimed, proposed) / length;
        if (factor == 0 || !Double.isFinite(factor) || Matrices.largest(claimed) <= least) {
            return Optional.empty();
        }
        double residual = distance(claimed, proposed, factor) / size;
        return residual <= tolerance ? Optional.of(new Fit(factor, residual)) : Optional.empty();
    }

    private static double distance(double[] claimed, double[] proposed, double factor) {
        double largest = 0;
        for (int i = 0; i < claimed.length; i++) {
            double difference = Math.abs(claimed[i] - factor * proposed[i]);
            // NaN is never near.
            largest = difference <= largest ? largest : difference;
            if (Double.isNaN(difference)) {
                return Double.NaN;
            }
        }
        return largest;
    }

    boolean exact() {
        return factor == 1;
    }
}
