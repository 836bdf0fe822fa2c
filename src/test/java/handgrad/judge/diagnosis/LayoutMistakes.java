package handgrad.judge.diagnosis;

import static handgrad.judge.diagnosis.Matrices.ravel;
import static handgrad.judge.diagnosis.Matrices.reshape;
import static handgrad.judge.diagnosis.Matrices.transpose;

import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Plants gradients of weights that are right but for their order: transposed, or row by row where column by column is meant. */
final class LayoutMistakes {
    private final Planter planter;

    private final MatrixCase given;

    LayoutMistakes(MatrixCase given, Planter planter) {
        this.given = given;
        this.planter = planter;
    }

    void plant() {
        inPlaces("gradient transposed", planter.layers().filter(planter::square), Matrices::transpose);
        inPlaces("rows read as columns", planter.layers().filter(this::oblong), LayoutMistakes::rowsReadAsColumns);
        inPlaces("columns read as rows", planter.layers().filter(this::oblong), LayoutMistakes::columnsReadAsRows);
    }

    private boolean oblong(int l) {
        var layer = given.network().layer(l);
        return !planter.square(l) && layer.nIn() > 1 && layer.nOut() > 1;
    }

    private void inPlaces(String form, IntStream layers, UnaryOperator<double[][]> spoil) {
        int[] where = layers.toArray();
        for (int l : where) {
            spoilt(OptionalInt.of(l), form, spoil, l);
        }
        if (where.length > 1) {
            spoilt(OptionalInt.empty(), form, spoil, where);
        }
    }

    private void spoilt(OptionalInt layer, String form, UnaryOperator<double[][]> spoil, int... where) {
        planter.spoilt(Mistake.TRANSPOSED_WEIGHTS, layer, form, right -> {
            for (int l : where) {
                right.weights()[l] = spoil.apply(right.weights()[l]);
            }
            return right;
        });
    }

    /** {@code flat = g.ravel()}, taken apart in column order. */
    private static double[][] rowsReadAsColumns(double[][] g) {
        return transpose(reshape(ravel(g), g[0].length, g.length));
    }

    /** {@code flat = g.T.ravel()}, taken apart in row order. */
    private static double[][] columnsReadAsRows(double[][] g) {
        return reshape(ravel(transpose(g)), g.length, g[0].length);
    }
}
