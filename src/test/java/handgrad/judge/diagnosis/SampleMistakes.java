package handgrad.judge.diagnosis;

import handgrad.network.Reduction;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Plants mistakes in what belongs to which sample: one sample instead of all, activations of another, none at all. */
final class SampleMistakes {
    private final MatrixCase given;
    private final Planter planter;
    private final int n;

    SampleMistakes(MatrixCase given, Planter planter) {
        this.given = given;
        this.planter = planter;
        this.n = given.n();
    }

    void plant() {
        oneSample(Mistake.LAST_SAMPLE_ONLY, n - 1);
        oneSample(Mistake.FIRST_SAMPLE_ONLY, 0);
        stale("of the sample before", i -> (i + n - 1) % n);
        stale("of the last sample", i -> n - 1);
        stale("of the first sample", i -> 0);
        zeros();
        inputs();
    }

    /** One sample's gradient: as it is, and where the loss is a mean with its 1/n as well; in every layer, and in one. */
    private void oneSample(Mistake mistake, int sample) {
        MatrixGradient own =
                new TextbookBackpropagation(given.theta(), given.samples().only(sample)).gradient();
        if (given.network().reduction() == Reduction.MEAN) {
            planter.add(mistake, OptionalInt.empty(), "with 1/n", scaled(own, 1.0 / n));
        }
        planter.add(mistake, OptionalInt.empty(), "without 1/n", own);
        double factor = given.network().reduction().factor(n);
        for (int l = 0; planter.depth() > 1 && l < planter.depth(); l++) {
            int layer = l;
            MatrixGradient part = scaled(own, factor);
            planter.spoilt(mistake, OptionalInt.of(l), "in one layer", right -> {
                right.weights()[layer] = part.weights()[layer];
                right.bias()[layer] = part.bias()[layer];
                return right;
            });
        }
    }

    private static MatrixGradient scaled(MatrixGradient gradient, double factor) {
        return new MatrixGradient(
                Arrays.stream(gradient.weights())
                        .map(weights -> Matrices.scale(factor, weights))
                        .toArray(double[][][]::new),
                Arrays.stream(gradient.bias())
                        .map(bias -> Matrices.scale(factor, bias))
                        .toArray(double[][]::new));
    }

    /** Every stored activation is another sample's; the input among them, or the program's own. */
    private void stale(String form, java.util.function.IntUnaryOperator whose) {
        int[] rows = IntStream.range(0, n).map(whose).toArray();
        UnaryOperator<double[][]> reordered = stored -> Matrices.take(stored, rows);
        planter.everywhere(Mistake.STALE_ACTIVATIONS, form, remembered(reordered, false));
        planter.everywhere(Mistake.STALE_ACTIVATIONS, form + ", x too", remembered(reordered, true));
    }

    /**
     * No forward pass at all: the arrays hold the zeros that they were made with. Where all of the gradient is zero for it
     * nothing tells it from a gradient that was never computed, which is planted by that name.
     */
    private void zeros() {
        MatrixGradient gradient =
                remembered(stored -> Matrices.scale(0, stored), false).gradient();
        boolean something =
                Arrays.stream(gradient.bias()).flatMapToDouble(Arrays::stream).anyMatch(entry -> entry != 0);
        if (something) {
            planter.add(Mistake.STALE_ACTIVATIONS, OptionalInt.empty(), "zeros", gradient);
        }
    }

    /** The weights' gradients are made with another sample's activations, the rest is right. */
    private void inputs() {
        int[] rows = IntStream.range(0, n).map(i -> (i + n - 1) % n).toArray();
        planter.places(
                Mistake.STALE_ACTIVATIONS,
                "of the sample before, in the weights' gradient",
                planter.layersAbove(),
                at -> new TextbookBackpropagation(given.theta(), given.samples()) {
                    @Override
                    double[][] input(int l) {
                        return at.test(l) ? Matrices.take(a[l], rows) : a[l];
                    }
                });
    }

    private TextbookBackpropagation remembered(UnaryOperator<double[][]> stored, boolean inputToo) {
        return new TextbookBackpropagation(given.theta(), given.samples()) {
            @Override
            void forward() {
                super.forward();
                for (int l = 0; l < depth; l++) {
                    z[l] = stored.apply(z[l]);
                    a[l + 1] = stored.apply(a[l + 1]);
                }
                a[0] = inputToo ? stored.apply(a[0]) : a[0];
            }
        };
    }
}
