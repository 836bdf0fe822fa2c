package handgrad.input.claim;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** Arrays as JSON, in the ways in which programs hold them. */
final class Written {
    private Written() {}

    static final DoubleFunction<String> FULL = Double::toString;

    static DoubleFunction<String> decimals(int decimals) {
        return number -> String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    static DoubleFunction<String> significant(int digits) {
        return number -> String.format(Locale.ROOT, "%." + (digits - 1) + "e", number);
    }

    static String vector(DoubleFunction<String> number, double... values) {
        return Arrays.stream(values).mapToObj(number).collect(Collectors.joining(", ", "[", "]"));
    }

    static String matrix(DoubleFunction<String> number, double[]... rows) {
        return Arrays.stream(rows).map(row -> vector(number, row)).collect(Collectors.joining(", ", "[", "]"));
    }

    static double[][] turned(double[]... rows) {
        double[][] turned = new double[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[0].length; j++) {
                turned[j][i] = rows[i][j];
            }
        }
        return turned;
    }

    static double[][] copy(double[]... rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /** One row in front of others, or behind them. */
    static double[][] with(double[] row, boolean first, double[]... rows) {
        double[][] all = new double[rows.length + 1][];
        System.arraycopy(rows, 0, all, first ? 1 : 0, rows.length);
        all[first ? 0 : rows.length] = row;
        return all;
    }

    /** An array, a row or a column. */
    static String bias(DoubleFunction<String> number, int way, double... b) {
        return switch (way) {
            case 0 -> matrix(number, b);
            case 1 -> matrix(number, turned(b));
            default -> vector(number, b);
        };
    }
}
