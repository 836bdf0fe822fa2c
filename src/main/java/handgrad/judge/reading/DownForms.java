package handgrad.judge.reading;

import static handgrad.judge.reading.Matrices.filled;
import static handgrad.judge.reading.Matrices.identity;
import static handgrad.judge.reading.Matrices.timesTransposed;
import static handgrad.judge.reading.Matrices.transposed;
import static handgrad.judge.reading.Matrices.with;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** {@code dL/da} of a layer: what comes down from the layer above, and through which matrix. */
final class DownForms {
    private final Scene scene;
    private final int above;
    private final double[][] claimed;
    private final Cause rawError;
    private final Cause derivativeOnTheWay;
    private final Cause output;
    private final List<Form> matrices;

    /** @param claimed the claimed gradient of the weights above, with which a step may have changed them already */
    DownForms(Scene scene, int above, double[][] claimed) {
        this.scene = scene;
        this.above = above;
        this.claimed = claimed;
        String raw = above == scene.last ? "the error dL/dy" : "dL/da%d".formatted(above + 1);
        this.rawError = cause(
                "raw-error-passed-down",
                "%s goes down, where delta%d = dL/dz%d belongs: the derivative is missing on the way down"
                        .formatted(raw, above + 1, above + 1),
                "%s W%d^T".formatted(above == scene.last ? "(y - t)" : raw, above + 1));
        this.derivativeOnTheWay = cause(
                "derivative-on-the-way-down",
                "what goes down is multiplied by the derivative of the output once more",
                "(delta%d * f'(z%d)) W%d^T".formatted(above + 1, above + 1, above + 1));
        this.output = cause(
                "output-passed-down",
                "the output of layer %d goes down, where its delta belongs".formatted(above + 1),
                "a%d W%d^T".formatted(above + 1, above + 1));
        this.matrices = matrices();
    }

    private String right() {
        return "dL/da%d = delta%d W%d^T".formatted(above, above + 1, above + 1);
    }

    private Cause cause(String mistake, String sentence, String computes) {
        return new Cause(
                mistake,
                Step.PASSED_DOWN,
                above - 1,
                Optional.empty(),
                sentence,
                "dL/da%d = %s".formatted(above, computes),
                right());
    }

    /** What goes down: delta, or one of the things that people send in its place. */
    List<Form> sent(double[][] own, double[][] slope) {
        var forms = new ArrayList<Form>();
        forms.add(Form.right(own));
        forms.add(Form.wrong(rawError, 1, slope));
        if (above == scene.last && scene.network.loss().cancels()) {
            double[][] twice = Scene.timesSlope(scene.f(above), own, scene.z(above), scene.a(above));
            forms.add(Form.wrong(derivativeOnTheWay, 1.4, twice));
        }
        forms.add(Form.wrong(output, 2, scene.a(above)));
        return forms;
    }

    /** {@code [n, nIn]} for what is sent. */
    List<Form> through(double[][] sent) {
        return matrices.stream().map(matrix -> through(sent, matrix)).toList();
    }

    private static Form through(double[][] sent, Form matrix) {
        return new Form(matrix.cause(), matrix.cost(), timesTransposed(sent, matrix.value()));
    }

    /** {@code W [nIn, nOut]}, and what people have in its place. */
    private List<Form> matrices() {
        double[][] w = scene.w(above);
        var forms = new ArrayList<Form>();
        forms.add(Form.right(w));
        scene.learningRate.ifPresent(rate -> forms.add(stale(w, rate)));
        if (w.length == w[0].length && w.length > 1) {
            forms.add(Form.wrong(
                    cause(
                            "transposed-weights",
                            "delta goes down through W, where W^T belongs",
                            "delta%d W%d".formatted(above + 1, above + 1)),
                    1.3,
                    transposed(w)));
            forms.add(Form.wrong(
                    cause(
                            "weights-missing-in-backward-pass",
                            "delta goes down as it is, without the weights",
                            "delta%d".formatted(above + 1)),
                    1.6,
                    identity(w.length)));
        }
        forms.add(Form.wrong(
                cause(
                        "weights-missing-in-backward-pass",
                        "delta goes down without the weights, added up",
                        "the sum of delta%d".formatted(above + 1)),
                1.6,
                filled(w.length, w[0].length, 1)));
        forms.add(Form.wrong(
                cause(
                        "gradient-in-place-of-weights",
                        "delta goes down through the gradient of the weights, where the weights belong",
                        "delta%d (dL/dW%d)^T".formatted(above + 1, above + 1)),
                2,
                claimed));
        if (w[0].length > 1) {
            int end = w[0].length - 1;
            forms.add(sumOver("leaves the last one out", w, j -> j < end));
            forms.add(sumOver("has the last one only", w, j -> j == end));
            forms.add(sumOver("has the first one only", w, j -> j == 0));
        }
        forms.add(withBiasRow(w, true));
        forms.add(withBiasRow(w, false));
        for (int other = 0; other < scene.network.depth(); other++) {
            if (other != above && scene.nIn(other) == scene.nIn(above) && scene.nOut(other) == scene.nOut(above)) {
                forms.add(Form.wrong(
                        cause(
                                "other-weights-in-backward-pass",
                                "delta goes down through the weights of layer %d".formatted(other + 1),
                                "delta%d W%d^T".formatted(above + 1, other + 1)),
                        1.8,
                        scene.w(other)));
            }
        }
        return forms;
    }

    /** A sum over the neurons above that ends early, or in which {@code =} stands for {@code +=}. */
    private Form sumOver(String which, double[][] w, IntPredicate counted) {
        double[][] some = Arrays.stream(w)
                .map(row -> IntStream.range(0, row.length)
                        .mapToDouble(j -> counted.test(j) ? row[j] : 0)
                        .toArray())
                .toArray(double[][]::new);
        return Form.wrong(
                cause(
                        "neurons-left-out-on-the-way-down",
                        "the sum over the neurons of layer %d %s".formatted(above + 1, which),
                        "delta%d W%d^T, a sum that %s".formatted(above + 1, above + 1, which)),
                2.2,
                some);
    }

    /** Weights that the step has changed already. */
    private Form stale(double[][] w, double rate) {
        return Form.wrong(
                cause(
                        "stale-weights",
                        "delta is passed down through weights that the step has changed already",
                        "delta%d (W%d - %s dL/dW%d)^T".formatted(above + 1, above + 1, Scales.number(rate), above + 1)),
                1,
                with(w, claimed, (weight, g) -> weight - rate * g));
    }

    /** Biases are a row of the weights, for an input of 1; what goes down through it is kept, and another row's is cut off. */
    private Form withBiasRow(double[][] w, boolean first) {
        double[][] rows = new double[w.length][];
        for (int i = 0; i < rows.length; i++) {
            int row = first ? i - 1 : i + 1;
            rows[i] = row < 0 || row == w.length ? scene.b(above) : w[row];
        }
        String folded = first ? "[b%d; W%d]" : "[W%d; b%d]";
        return Form.wrong(
                cause(
                        "bias-row-passed-down",
                        "delta goes down through the row of the biases too, and that of %s input is cut off"
                                .formatted(first ? "the last" : "the first"),
                        "delta%d %s^T, without its %s column"
                                .formatted(
                                        above + 1, folded.formatted(above + 1, above + 1), first ? "last" : "first")),
                1.7,
                rows);
    }

    /** The rate at which weights were changed that gives the layer below its claimed bias gradient, where one does. */
    Optional<Form> fittedStale(double[][] sent, double[][] factor, double[] claimedBelow) {
        double[][] w = scene.w(above);
        double[] base = Matrices.columnSums(Matrices.times(timesTransposed(sent, w), factor));
        double[] change = Matrices.columnSums(Matrices.times(timesTransposed(sent, claimed), factor));
        double[] missing = new double[base.length];
        Arrays.setAll(missing, i -> base[i] - claimedBelow[i]);
        double length = Matrices.dot(change, change);
        double rate = length == 0 ? 0 : Matrices.dot(change, missing) / length;
        return rate == 0 || !Double.isFinite(rate) ? Optional.empty() : Optional.of(through(sent, stale(w, rate)));
    }
}
