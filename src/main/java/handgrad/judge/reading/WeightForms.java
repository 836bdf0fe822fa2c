package handgrad.judge.reading;

import static handgrad.judge.reading.Matrices.columnSums;
import static handgrad.judge.reading.Matrices.dot;
import static handgrad.judge.reading.Matrices.filled;
import static handgrad.judge.reading.Matrices.flat;
import static handgrad.judge.reading.Matrices.rowSums;
import static handgrad.judge.reading.Matrices.shaped;
import static handgrad.judge.reading.Matrices.transposed;
import static handgrad.judge.reading.Matrices.transposedTimes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The forms that people give the gradient of a layer's weights, {@code a^T delta}. */
final class WeightForms {
    private final Scene scene;
    private final int l;
    private final BlockCauses causes;
    private final String delta;
    private final String input;
    /** What the layer is fed, {@code [samples][nIn]}. */
    private final double[][] a;

    WeightForms(Scene scene, int l) {
        this.scene = scene;
        this.l = l;
        this.causes = new BlockCauses(scene, l);
        this.delta = causes.delta;
        this.input = causes.input;
        this.a = scene.input(l);
    }

    /** The right form, then the others. */
    List<Made> all() {
        var forms = new ArrayList<Made>();
        forms.add(Made.right(this::product));
        forms.addAll(new InputForms(scene, l).all());
        forms.addAll(dotsInsteadOfOuter());
        forms.addAll(sumsMultiplied());
        forms.add(inputSummed());
        forms.addAll(transposedWeights());
        forms.addAll(singleSamples());
        forms.addAll(loopsThatEndEarly());
        return forms;
    }

    private double[] product(double[][] d) {
        return flat(transposedTimes(a, d));
    }

    private List<Made> dotsInsteadOfOuter() {
        var forms = new ArrayList<Made>();
        if (scene.nIn(l) == scene.nOut(l)) {
            forms.add(dotInsteadOfOuter(input, a, "where their outer product belongs"));
        }
        String where = "where the outer product of %s and %s belongs".formatted(input, delta);
        forms.add(dotInsteadOfOuter("a" + (l + 1), scene.a(l), where));
        forms.add(dotInsteadOfOuter("z" + (l + 1), scene.z(l), where));
        return forms;
    }

    private Made dotInsteadOfOuter(String name, double[][] factor, String where) {
        Cause cause = causes.weights(
                "dot-instead-of-outer",
                Step.INPUT,
                "every entry is the same number, the dot product of %s and %s, %s".formatted(name, delta, where),
                "%s . %s in every entry".formatted(name, delta));
        return Made.wrong(cause, 1.6, d -> flat(filled(scene.nIn(l), scene.nOut(l), dot(flat(factor), flat(d)))));
    }

    private List<Made> sumsMultiplied() {
        if (scene.n == 1) {
            return List.of();
        }
        Cause cause = causes.weights(
                "sums-multiplied",
                Step.REDUCTION,
                "%s and %s are added up over the samples first and multiplied then".formatted(input, delta),
                "(sum of %s)^T (sum of %s)".formatted(input, delta));
        return List.of(Made.wrong(cause, 1.6, d -> outer(columnSums(a), columnSums(d))));
    }

    private static double[] outer(double[] row, double[] other) {
        return flat(transposedTimes(new double[][] {row}, new double[][] {other}));
    }

    private Made inputSummed() {
        double[][] same = Arrays.stream(rowSums(a))
                .mapToObj(sum -> filled(1, scene.nIn(l), sum)[0])
                .toArray(double[][]::new);
        Cause cause = causes.weights(
                "input-summed",
                Step.INPUT,
                "the sum of %s stands in the place of each of its entries".formatted(input),
                "(sum of %s)^T %s".formatted(input, delta));
        return Made.wrong(cause, 1.8, d -> flat(transposedTimes(same, d)));
    }

    /** The transposed matrix; and the right one in the other order, where that makes a difference. */
    private List<Made> transposedWeights() {
        int rows = scene.nIn(l);
        int columns = scene.nOut(l);
        if (rows < 2 || columns < 2) {
            return List.of();
        }
        boolean square = rows == columns;
        Cause cause = causes.weights(
                "transposed-weights",
                Step.LAYOUT,
                square ? "the gradient is transposed" : "the entries stand in the order of the transposed matrix",
                square
                        ? "(%s^T %s)^T".formatted(input, delta)
                        : "%s^T %s, read in the other order".formatted(input, delta));
        Made turned = Made.wrong(cause, 1, d -> flat(transposed(transposedTimes(a, d))));
        Made otherOrder = Made.wrong(
                cause, 1.2, d -> flat(transposed(shaped(product(d), /* rows= */ columns, /* columns= */ rows))));
        return square ? List.of(turned) : List.of(turned, otherOrder);
    }

    /** A loop that begins at 1, or ends one too early, leaves a row or a column at 0. */
    private List<Made> loopsThatEndEarly() {
        int rows = scene.nIn(l);
        int columns = scene.nOut(l);
        var forms = new ArrayList<Made>();
        if (rows > 1) {
            forms.add(leftAtZero("first row", 0, 1, 0, columns));
            forms.add(leftAtZero("last row", rows - 1, rows, 0, columns));
        }
        if (columns > 1) {
            forms.add(leftAtZero("first column", 0, rows, 0, 1));
            forms.add(leftAtZero("last column", 0, rows, columns - 1, columns));
        }
        return forms;
    }

    private Made leftAtZero(String where, int fromRow, int toRow, int fromColumn, int toColumn) {
        Cause cause = causes.weights(
                "loop-ends-early",
                Step.MISSING,
                "the %s of the gradient is 0, as a loop leaves it that begins too late or ends too early"
                        .formatted(where),
                "%s^T %s without its %s".formatted(input, delta, where));
        return Made.wrong(cause, 1.4, d -> {
            double[][] product = transposedTimes(a, d);
            for (int i = fromRow; i < toRow; i++) {
                Arrays.fill(product[i], fromColumn, toColumn, 0);
            }
            return flat(product);
        });
    }

    private List<Made> singleSamples() {
        return scene.n == 1
                ? List.of()
                : Arrays.stream(OneSample.values()).map(this::singleSample).toList();
    }

    private Made singleSample(OneSample only) {
        Cause cause = causes.weights(
                only.mistake(), Step.REDUCTION, only.sentence(), "%s^T %s of one sample".formatted(input, delta));
        return Made.wrong(cause, 1.5, d -> outer(only.of(a), only.of(d)));
    }
}
