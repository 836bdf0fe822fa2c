package handgrad.judge.diagnosis;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** What NumPy does to matrices, on plain arrays of rows. */
final class Matrices {
    private Matrices() {}

    /** {@code a @ b}. */
    static double[][] dot(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b[0].length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    /** {@code a.T}. */
    static double[][] transpose(double[][] a) {
        double[][] transposed = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                transposed[j][i] = a[i][j];
            }
        }
        return transposed;
    }

    /** {@code f(a, b)}, element by element. */
    static double[][] zip(double[][] a, double[][] b, DoubleBinaryOperator f) {
        double[][] result = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                result[i][j] = f.applyAsDouble(a[i][j], b[i][j]);
            }
        }
        return result;
    }

    /** {@code a * b}. */
    static double[][] times(double[][] a, double[][] b) {
        return zip(a, b, (p, q) -> p * q);
    }

    /** {@code a - b}. */
    static double[][] minus(double[][] a, double[][] b) {
        return zip(a, b, (p, q) -> p - q);
    }

    /** {@code f(a)}, element by element. */
    static double[][] map(double[][] a, DoubleUnaryOperator f) {
        return Arrays.stream(a).map(row -> Arrays.stream(row).map(f).toArray()).toArray(double[][]::new);
    }

    /** {@code c * a}. */
    static double[][] scale(double c, double[][] a) {
        return map(a, entry -> c * entry);
    }

    /** {@code c * a} of a vector. */
    static double[] scale(double c, double[] a) {
        return Arrays.stream(a).map(entry -> c * entry).toArray();
    }

    /** {@code a + b}, with {@code b} added to every row. */
    static double[][] plusRow(double[][] a, double[] b) {
        return Arrays.stream(a)
                .map(row -> IntStream.range(0, b.length)
                        .mapToDouble(j -> row[j] + b[j])
                        .toArray())
                .toArray(double[][]::new);
    }

    /** {@code a.sum(axis=0)}. */
    static double[] columnSums(double[][] a) {
        return Arrays.stream(transpose(a))
                .mapToDouble(column -> Arrays.stream(column).sum())
                .toArray();
    }

    /** {@code a.ravel()}: row after row. */
    static double[] ravel(double[][] a) {
        return Arrays.stream(a).flatMapToDouble(Arrays::stream).toArray();
    }

    /** {@code flat.reshape(rows, columns)}. */
    static double[][] reshape(double[] flat, int rows, int columns) {
        return IntStream.range(0, rows)
                .mapToObj(i -> Arrays.copyOfRange(flat, i * columns, (i + 1) * columns))
                .toArray(double[][]::new);
    }

    /** {@code a[rows]}. */
    static double[][] take(double[][] a, int... rows) {
        return Arrays.stream(rows).mapToObj(i -> a[i].clone()).toArray(double[][]::new);
    }
}
