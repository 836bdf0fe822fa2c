package handgrad.judge.reading;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Plain matrices, {@code [rows][columns]}. */
final class Matrices {
    private Matrices() {}

    /** {@code a^T b}. */
    static double[][] transposedTimes(double[][] a, double[][] b) {
        double[][] product = new double[a[0].length][b[0].length];
        for (int s = 0; s < a.length; s++) {
            for (int i = 0; i < product.length; i++) {
                double factor = a[s][i];
                for (int j = 0; factor != 0 && j < b[s].length; j++) {
                    product[i][j] += factor * b[s][j];
                }
            }
        }
        return product;
    }

    /** {@code a b^T}. */
    static double[][] timesTransposed(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b.length];
        for (int s = 0; s < a.length; s++) {
            for (int i = 0; i < b.length; i++) {
                double sum = 0;
                for (int j = 0; j < b[i].length; j++) {
                    sum += a[s][j] * b[i][j];
                }
                product[s][i] = sum;
            }
        }
        return product;
    }

    static double[][] transposed(double[][] a) {
        double[][] transposed = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                transposed[j][i] = a[i][j];
            }
        }
        return transposed;
    }

    static double[][] mapped(double[][] a, DoubleUnaryOperator f) {
        double[][] mapped = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            mapped[i] = new double[a[i].length];
            for (int j = 0; j < a[i].length; j++) {
                mapped[i][j] = f.applyAsDouble(a[i][j]);
            }
        }
        return mapped;
    }

    static double[][] with(double[][] a, double[][] b, DoubleBinaryOperator f) {
        double[][] result = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                result[i][j] = f.applyAsDouble(a[i][j], b[i][j]);
            }
        }
        return result;
    }

    static double[][] times(double[][] a, double[][] b) {
        return with(a, b, (x, y) -> x * y);
    }

    static double[][] scaled(double[][] a, double factor) {
        return mapped(a, x -> factor * x);
    }

    static double[][] identity(int size) {
        double[][] identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    static double[][] filled(int rows, int columns, double value) {
        double[][] filled = new double[rows][columns];
        for (double[] row : filled) {
            Arrays.fill(row, value);
        }
        return filled;
    }

    /** The first columns of each row, or all if there are no more. */
    static double[][] firstColumns(double[][] a, int columns) {
        double[][] first = new double[a.length][];
        Arrays.setAll(first, i -> Arrays.copyOf(a[i], Math.min(columns, a[i].length)));
        return first;
    }

    /** The sum of each column. */
    static double[] columnSums(double[][] a) {
        double[] sums = new double[a[0].length];
        for (double[] row : a) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += row[j];
            }
        }
        return sums;
    }

    static double[] rowSums(double[][] a) {
        return Arrays.stream(a).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    }

    /** Row by row. */
    static double[] flat(double[][] a) {
        double[] flat = new double[a.length == 0 ? 0 : a.length * a[0].length];
        for (int i = 0; i < a.length; i++) {
            System.arraycopy(a[i], 0, flat, i * a[i].length, a[i].length);
        }
        return flat;
    }

    static double[][] shaped(double[] flat, int rows, int columns) {
        double[][] shaped = new double[rows][];
        Arrays.setAll(shaped, i -> Arrays.copyOfRange(flat, i * columns, (i + 1) * columns));
        return shaped;
    }

    static double largest(double[] a) {
        double largest = 0;
        for (double x : a) {
            largest = Math.max(largest, Math.abs(x));
        }
        return largest;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
