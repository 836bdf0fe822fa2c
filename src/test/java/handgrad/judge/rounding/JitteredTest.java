package handgrad.judge.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Precision;
import handgrad.network.number.Elementary;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Operations on numbers that are rounded at random, against the same ones without. */
class JitteredTest {
    private static final double U = 0x1p-23;

    private final Jitter jitter = new Jitter(1, new Rounding(Precision.FLOAT));
    private final Jittered x = jitter.exact(1.1, -2.3);
    /** Two inputs and three outputs, column by column. */
    private final Jittered weights = jitter.exact(1.3, -2.1, 3.7, 4.9, 0.3, -0.7);

    /** Of a thousand results each is within some roundings of the right one, and most are not the right one itself. */
    private void assertRounded(UnaryOperator<Row> operation, double... right) {
        for (int k = 0; k < right.length; k++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int run = 0; run < 1000; run++) {
                Plain result = ((Jittered) operation.apply(x)).value();
                assertThat(result.size()).isEqualTo(right.length);
                least = Math.min(least, result.value(k));
                most = Math.max(most, result.value(k));
            }
            double u = U * Math.max(1, Math.abs(right[k]));
            assertThat(least).isBetween(right[k] - 20 * u, right[k] - 0.05 * u);
            assertThat(most).isBetween(right[k] + 0.05 * u, right[k] + 20 * u);
        }
    }

    @Test
    void entryByEntry() {
        Jittered y = jitter.exact(0.7, 1.9);
        assertRounded(row -> row.plus(y), 1.1 + 0.7, -2.3 + 1.9);
        assertRounded(row -> row.minus(y), 1.1 - 0.7, -2.3 - 1.9);
        assertRounded(row -> row.times(y), 1.1 * 0.7, -2.3 * 1.9);
        assertRounded(row -> row.over(y), 1.1 / 0.7, -2.3 / 1.9);
        assertRounded(row -> row.mapped(Elementary.EXP), Math.exp(1.1), Math.exp(-2.3));
    }

    @Test
    void sums() {
        assertRounded(Row::sum, 1.1 - 2.3, 1.1 - 2.3);
        assertRounded(row -> row.added(List.of(weights, x)), 1.1 + 1.3 + 1.1, -2.3 - 2.1 - 2.3);
        double[] product = {1.1 * 1.3 + 2.3 * 2.1, 1.1 * 3.7 - 2.3 * 4.9, 1.1 * 0.3 + 2.3 * 0.7};
        assertRounded(row -> row.product(weights), product);
        Jittered bias = jitter.exact(10, 20, 30);
        assertRounded(row -> row.affine(weights, bias), product[0] + 10, product[1] + 20, product[2] + 30);
        Jittered delta = jitter.exact(0.3, 0.9, -1.7);
        assertRounded(
                row -> delta.timesTransposed(weights),
                0.3 * 1.3 + 0.9 * 3.7 - 1.7 * 0.3,
                -0.3 * 2.1 + 0.9 * 4.9 + 1.7 * 0.7);
        assertRounded(row -> row.outer(delta), 1.1 * 0.3, -2.3 * 0.3, 1.1 * 0.9, -2.3 * 0.9, 1.1 * -1.7, -2.3 * -1.7);
    }

    /** A single product has nothing to be added to, and a choice nothing to compute. */
    @Test
    void whatIsExactStaysAsItIs() {
        Jittered three = jitter.exact(3);
        assertThat(three.affine(jitter.exact(2), jitter.exact(0)).value().value(0))
                .isEqualTo(6);
        assertThat(three.sum().value().value(0)).isEqualTo(3);
        assertThat(x.choose(jitter.exact(7, 8), jitter.exact(9, 10)).value().values())
                .containsExactly(7, 10);
        assertThat(x.largest().value().values()).containsExactly(1.1, 1.1);
        assertThat(x.constant(5).value().values()).containsExactly(5, 5);
    }
}
