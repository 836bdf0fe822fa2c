package handgrad.judge.function;

import java.util.Optional;

/** Whether numbers explain a claimed gradient: all known entries within what is allowed, and much better than the right ones do. */
final class Fit {
    private static final double BETTER = 10;

    private Fit() {}

    /** A structure whose entries would be those of {@code model}, known up to {@code tolerance}; NaN where the model says nothing. */
    static Optional<Structure> of(Evidence evidence, double[] model, double[] tolerance, String sentence) {
        double residual = 0;
        double gained = 0;
        for (int i = 0; i < model.length; i++) {
            Entry entry = evidence.entries().get(i);
            if (Double.isNaN(model[i]) || Double.isNaN(entry.right())) {
                continue;
            }
            double allowed = Math.max(tolerance[i], Double.MIN_NORMAL);
            residual = Math.max(residual, Math.abs(entry.claimed() - model[i]) / allowed);
            gained = Math.max(gained, Math.abs(entry.claimed() - entry.right()) / Math.max(allowed, entry.tolerance()));
        }
        boolean explains = residual <= 1 && gained >= BETTER;
        return explains ? Optional.of(new Structure(evidence.name(), sentence, residual)) : Optional.empty();
    }

    /** Whether two arrays are equal up to a tolerance. */
    static boolean equal(double[] one, double[] other, double[] tolerance) {
        for (int i = 0; i < one.length; i++) {
            if (!(Math.abs(one[i] - other[i]) <= tolerance[i])) {
                return false;
            }
        }
        return true;
    }

    static double[] scaled(double[] values, double factor) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = factor * values[i];
        }
        return scaled;
    }

    static double[] plus(double[] one, double[] other) {
        double[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }

    static double[] times(double[] one, double[] other) {
        double[] product = one.clone();
        for (int i = 0; i < product.length; i++) {
            product[i] *= other[i];
        }
        return product;
    }
}
