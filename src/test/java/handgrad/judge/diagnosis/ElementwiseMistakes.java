package handgrad.judge.diagnosis;

import static handgrad.judge.diagnosis.Matrices.scale;
import static handgrad.judge.diagnosis.Matrices.times;
import static handgrad.judge.diagnosis.Matrices.transpose;

import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/**
 * Plants {@code *} for a matrix product. In a loop it keeps the terms with equal indices, and needs as many outputs as
 * inputs; in NumPy it passes where the batch has that size as well.
 */
final class ElementwiseMistakes {
    private final MatrixCase given;
    private final Planter planter;

    ElementwiseMistakes(MatrixCase given, Planter planter) {
        this.given = given;
        this.planter = planter;
    }

    void plant() {
        down("delta_i W_ii", planter.layersAbove().filter(planter::square), (p, l, delta) -> byDiagonal(delta, p.w[l]));
        forward("a_i W_ii", planter.layers().filter(planter::square), ElementwiseMistakes::byDiagonal);
        IntStream cubic = planter.layers().filter(this::cubic);
        planter.places(
                Mistake.ELEMENTWISE_PRODUCT,
                "a.T * delta",
                cubic,
                at -> new TextbookBackpropagation(given.theta(), given.samples()) {
                    @Override
                    double[][] weightsGradient(int l, double[][] delta) {
                        return at.test(l)
                                ? scale(factor(), times(transpose(input(l)), delta))
                                : super.weightsGradient(l, delta);
                    }
                });
        down(
                "delta * W.T",
                planter.layersAbove().filter(this::cubic),
                (p, l, delta) -> times(delta, transpose(p.w[l])));
        down("delta * W", planter.layersAbove().filter(this::cubic), (p, l, delta) -> times(delta, p.w[l]));
        forward("a * W", planter.layers().filter(this::cubic), Matrices::times);
    }

    private void down(String form, IntStream layers, PassingMistakes.Passed passed) {
        planter.places(
                Mistake.ELEMENTWISE_PRODUCT,
                form,
                layers,
                l -> l - 1,
                at -> PassingMistakes.passing(given, at, passed));
    }

    private void forward(String form, IntStream layers, BinaryOperator<double[][]> product) {
        planter.places(
                Mistake.ELEMENTWISE_PRODUCT,
                form,
                layers,
                at -> new TextbookBackpropagation(given.theta(), given.samples()) {
                    @Override
                    double[][] product(int l) {
                        return at.test(l) ? product.apply(a[l], w[l]) : super.product(l);
                    }
                });
    }

    private boolean cubic(int l) {
        return planter.square(l) && given.network().layer(l).nIn() == given.n() && given.n() > 1;
    }

    private static double[][] byDiagonal(double[][] rows, double[][] w) {
        return times(
                rows,
                IntStream.range(0, rows.length)
                        .mapToObj(s -> IntStream.range(0, w.length)
                                .mapToDouble(i -> w[i][i])
                                .toArray())
                        .toArray(double[][]::new));
    }
}
