package handgrad.input.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The mean and the deviation of each column: {@code (x - mean) / deviation} has mean 0 and deviation 1. The deviation is
 * that of the population, and 1 for a column that does not vary, as scikit-learn's {@code StandardScaler} has it. Sums are
 * taken row after row, as NumPy takes them along the first axis: both have the same bits.
 */
public record Standardisation(List<Double> mean, List<Double> deviation, List<Integer> constant) {
    private static final double EPSILON = Math.ulp(1.0);

    public Standardisation {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        constant = List.copyOf(constant);
    }

    /** Fitted on rows without a gap, of which there is at least one. */
    public static Standardisation of(double[][] rows) {
        int n = rows.length;
        double[] means = new double[rows[0].length];
        for (double[] row : rows) {
            for (int j = 0; j < means.length; j++) {
                means[j] += row[j];
            }
        }
        for (int j = 0; j < means.length; j++) {
            means[j] /= n;
        }
        double[] squares = new double[means.length];
        for (double[] row : rows) {
            for (int j = 0; j < means.length; j++) {
                squares[j] += (row[j] - means[j]) * (row[j] - means[j]);
            }
        }
        return of(n, means, squares);
    }

    private static Standardisation of(int n, double[] means, double[] squares) {
        var mean = new ArrayList<Double>();
        var deviation = new ArrayList<Double>();
        var constant = new ArrayList<Integer>();
        for (int j = 0; j < means.length; j++) {
            double variance = squares[j] / n;
            // A variance that rounding alone explains is none.
            double rounding = n * means[j] * EPSILON;
            boolean varies = variance > n * EPSILON * variance + rounding * rounding;
            mean.add(means[j]);
            deviation.add(varies ? Math.sqrt(variance) : 1.0);
            if (!varies) {
                constant.add(j);
            }
        }
        return new Standardisation(mean, deviation, constant);
    }

    /** A value of a column, standardised. */
    public double apply(int column, double value) {
        return (value - mean.get(column)) / deviation.get(column);
    }
}
