package handgrad.network.function;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.NativeMatrix;
import handgrad.engine.Rows;
import handgrad.network.number.Plain;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Plain rows and the arrays that hold the same numbers. */
final class Grid {
    /** Numbers of rows and columns around 16 and 512, where loops change their way, and single rows and columns. */
    static final List<int[]> SHAPES = List.of(
            new int[] {1, 1},
            new int[] {1, 5},
            new int[] {5, 1},
            new int[] {4, 4},
            new int[] {15, 3},
            new int[] {16, 2},
            new int[] {17, 40},
            new int[] {7, 73},
            new int[] {511, 2},
            new int[] {512, 3},
            new int[] {513, 2},
            new int[] {1, 511},
            new int[] {1, 513},
            new int[] {3, 1000},
            new int[] {1100, 3});

    /** What is hard: zeros of either sign, what saturates, what overflows in an exponential. */
    static final double[] HARD = {
        0, -0.0, 1e-300, -1e-300, 1, -1, 30, -30, 36.8, -36.8, 709, -709, 710, -710, 745.2, -745.2, 1e6, -1e6
    };

    private Grid() {}

    /** Where neither precision rounds anything off: numbers that are floats already. */
    static double[][] random(Random random, int n, int columns, double size) {
        return rows(n, i -> random.doubles(columns, -size, size)
                .map(value -> (float) value)
                .toArray());
    }

    static double[][] rows(int n, IntFunction<double[]> row) {
        double[][] rows = new double[n][];
        Arrays.setAll(rows, row);
        return rows;
    }

    static NativeMatrix matrix(DataType type, double[]... rows) {
        return NativeMatrix.of(Nd4j.createFromArray(rows).castTo(type).dup('f'));
    }

    static NativeMatrix zeros(DataType type, double[][] like) {
        return NativeMatrix.zeros(type, like.length, like[0].length);
    }

    static double[][] rows(NativeMatrix matrix) {
        return Rows.of(matrix.array());
    }

    static double[] values(handgrad.network.number.Row row) {
        return ((Plain) row).values();
    }

    /** How far off a result of loops over arrays may be, relative to its size or to 1: a few roundings. */
    static double tolerance(DataType type) {
        return type == DataType.FLOAT ? 2e-7 : 4e-15;
    }

    static void assertClose(String what, double[][] actual, double[][] expected, double tolerance) {
        assertThat(actual.length).as(what).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertClose(what + ", row " + i, actual[i], expected[i], tolerance);
        }
    }

    /** Relative to the size of what is expected, or to 1; NaN where NaN is expected, and nowhere else. */
    static void assertClose(String what, double[] actual, double[] expected, double tolerance) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int k = 0; k < expected.length; k++) {
            boolean close = Double.isNaN(expected[k])
                    ? Double.isNaN(actual[k])
                    : actual[k] == expected[k]
                            || Math.abs(actual[k] - expected[k]) <= tolerance * Math.max(1, Math.abs(expected[k]));
            if (!close) {
                assertThat(actual[k]).as("%s, entry %d", what, k).isEqualTo(expected[k]);
            }
        }
    }
}
