package handgrad.judge.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Precision;
import handgrad.network.number.Plain;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Sums of products by hand: each weight passes on the error of what it is multiplied with, and k products of the sizes s round by
 * {@code (k + 3) u} of their sum.
 */
class ErringSumsTest {
    private static final double U = 0x1p-23;
    private static final double TINY = Float.MIN_NORMAL;
    private static final Offset<Double> CLOSE = Offset.offset(1e-12);

    private final Rounding rounding = new Rounding(Precision.FLOAT);
    /** Two inputs and three outputs, column by column. */
    private final Erring weights = rounding.exact(1, -2, 3, 4, 0, -0.5);

    private Erring row(double[] values, double... errors) {
        return new Erring(Plain.of(values), errors, rounding);
    }

    /** x = (2, -3) off by 1/2 and 1/4, W = (1 3 0; -2 4 -1/2), b = (10, -20, 0). */
    @Test
    void weightedSums() {
        Erring z = row(new double[] {2, -3}, 0.5, 0.25).affine(weights, rounding.exact(10, -20, 0));
        assertThat(z.value().values()).containsExactly(2 + 6 + 10, 6 - 12 - 20, 1.5);
        double[] errors = {
            0.5 + 2 * 0.25 + 5 * U * (2 + 6 + 10), 3 * 0.5 + 4 * 0.25 + 5 * U * (6 + 12 + 20), 0.125 + 5 * U * 1.5
        };
        assertThat(z.errors()).containsExactly(errors, CLOSE);
        Erring product = row(new double[] {2, -3}, 0.5, 0.25).product(weights);
        assertThat(product.errors())
                .containsExactly(new double[] {1 + 5 * U * 8, 2.5 + 5 * U * 18, 0.125 + 5 * U * 1.5}, CLOSE);
    }

    /** delta = (1, -1, 2), off by 1/2, 1/4 and 1/8, times the transpose. */
    @Test
    void whatGoesDown() {
        Erring down = row(new double[] {1, -1, 2}, 0.5, 0.25, 0.125).timesTransposed(weights);
        assertThat(down.value().values()).containsExactly(1 - 3, -2 - 4 - 1);
        double[] errors = {0.5 + 3 * 0.25 + 6 * U * (1 + 3), 2 * 0.5 + 4 * 0.25 + 0.5 * 0.125 + 6 * U * (2 + 4 + 1)};
        assertThat(down.errors()).containsExactly(errors, CLOSE);
    }

    /** Each entry is one product, whose rounding is among those of the sum over the samples: (2.5)(3.25) - (2)(3) = 2.125. */
    @Test
    void gradientsOfWeights() {
        Erring outer = row(new double[] {2, 0}, 0.5, 0.125).outer(row(new double[] {-3, 4}, 0.25, 1));
        assertThat(outer.value().values()).containsExactly(-6, -0.0, 8, 0);
        double[] errors = {2.125, 3.25 * 0.125, 2.5 * 5 - 8, 5 * 0.125};
        assertThat(outer.errors()).containsExactly(errors, CLOSE);
    }

    @Test
    void sumsOverSamples() {
        Erring first = row(new double[] {1, -2}, 0.5, 0.25);
        Erring sum = first.added(List.of(row(new double[] {3, 4}, 0.125, 1), row(new double[] {-5, 6}, 2, 4)));
        assertThat(sum.value().values()).containsExactly(-1, 8);
        assertThat(sum.errors()).containsExactly(new double[] {2.625 + 7 * U * 9, 5.25 + 7 * U * 12}, CLOSE);
    }

    /** Products of numbers that are exactly 0 may be lost, one by one, unless nothing enters them. */
    @Test
    void whatMayBeLost() {
        Erring zero = row(new double[] {0, 0}, 0, 0);
        assertThat(zero.affine(weights, rounding.exact(0, 0, 0)).error(0)).isEqualTo(5 * TINY);
        assertThat(row(new double[3], 0, 0, 0).timesTransposed(weights).error(0))
                .isEqualTo(6 * TINY);
        assertThat(zero.outer(row(new double[] {1}, 0.5)).error(0)).isZero();
        assertThat(row(new double[] {1}, 0).outer(row(new double[] {0}, 0)).error(0))
                .isEqualTo(TINY);
    }
}
