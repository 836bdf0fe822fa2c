package handgrad.judge.function;

import java.util.ArrayList;
import java.util.List;

/**
 * Least squares by orthogonalisation (Gram and Schmidt, twice over). Columns that depend on those before them are left out.
 *
 * @param used the numbers of the columns that are left
 */
public record LeastSquares(
        List<Integer> used, List<double[]> columns, List<double[]> orthogonal, List<double[]> factors) {
    /** What is left of a column that depends on others. */
    private static final double DEPENDENT = 1e-6;

    public static LeastSquares of(List<double[]> all) {
        var basis = new LeastSquares(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int j = 0; j < all.size(); j++) {
            double[] rest = all.get(j).clone();
            double before = Math.sqrt(dot(rest, rest));
            double[] factor = new double[basis.used.size() + 1];
            for (int pass = 0; pass < 2; pass++) {
                for (int k = 0; k < basis.used.size(); k++) {
                    double part = dot(basis.orthogonal.get(k), rest);
                    factor[k] += part;
                    rest = Fit.plus(rest, Fit.scaled(basis.orthogonal.get(k), -part));
                }
            }
            double left = Math.sqrt(dot(rest, rest));
            if (left > DEPENDENT * before) {
                factor[basis.used.size()] = left;
                basis.used.add(j);
                basis.columns.add(all.get(j));
                basis.orthogonal.add(Fit.scaled(rest, 1 / left));
                basis.factors.add(factor);
            }
        }
        return basis;
    }

    /** Those of the used columns that come nearest to the values. */
    public double[] coefficients(double[] values) {
        return solved(
                orthogonal.stream().mapToDouble(column -> dot(column, values)).toArray());
    }

    /** How far each coefficient may be off when each value may be off by its tolerance. */
    public double[] spread(double[] tolerance) {
        double[] spread = new double[used.size()];
        for (int i = 0; i < tolerance.length; i++) {
            double[] one = new double[used.size()];
            for (int k = 0; k < one.length; k++) {
                one[k] = orthogonal.get(k)[i] * tolerance[i];
            }
            double[] moved = solved(one);
            for (int k = 0; k < spread.length; k++) {
                spread[k] += Math.abs(moved[k]);
            }
        }
        return spread;
    }

    double[] combined(double[] coefficients) {
        double[] sum = new double[columns.get(0).length];
        for (int k = 0; k < coefficients.length; k++) {
            sum = Fit.plus(sum, Fit.scaled(columns.get(k), coefficients[k]));
        }
        return sum;
    }

    /** Back substitution. */
    private double[] solved(double[] projections) {
        double[] solution = projections.clone();
        for (int k = solution.length - 1; k >= 0; k--) {
            solution[k] /= factors.get(k)[k];
            for (int i = 0; i < k; i++) {
                solution[i] -= factors.get(k)[i] * solution[k];
            }
        }
        return solution;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
