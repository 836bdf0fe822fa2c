package handgrad.judge.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.number.Elementary;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Derivatives of formulas, against those of a textbook. */
class DerivativeTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-14);
    private static final double[] AT = {2, -0.5, 3};
    private static final double[] ALONG = {1, 10, -100};

    private static double[] derivative(UnaryOperator<Row> f) {
        return Derivative.along(f, AT, ALONG);
    }

    /** Of z^2 is 2 z, of z (z + 3) it is 2 z + 3, of 1/z -1/z^2, of z/(z - 7) -7/(z - 7)^2. */
    @Test
    void rulesOfSumsProductsAndQuotients() {
        assertThat(derivative(z -> z.plus(z).plus(z.constant(5)))).containsExactly(2, 20, -200);
        assertThat(derivative(z -> z.constant(5).minus(z))).containsExactly(-1, -10, 100);
        assertThat(derivative(Row::square)).containsExactly(4, -10, -600);
        assertThat(derivative(z -> z.times(z.plus(3)))).containsExactly(7, 20, -900);
        assertThat(derivative(z -> z.constant(1).over(z)))
                .containsExactly(new double[] {-1 / 4.0, -40, 100 / 9.0}, CLOSE);
        double[] quotient = {-7 / 25.0, -70 / 56.25, 700 / 16.0};
        assertThat(derivative(z -> z.over(z.minus(7)))).containsExactly(quotient, CLOSE);
    }

    @Test
    void functionsByTheChainRule() {
        double[] exp = {2 * Math.exp(4), 20 * Math.exp(-1), -200 * Math.exp(6)};
        assertThat(derivative(z -> z.times(2).exp())).containsExactly(exp, Offset.offset(1e-9));
        // ln (z^2) falls by 2/z.
        assertThat(derivative(z -> z.square().log())).containsExactly(new double[] {1, -40, -200 / 3.0}, CLOSE);
        // 1/ln z falls by 1/(z ln^2 z).
        UnaryOperator<Row> overLog = z -> z.constant(1).over(z.log());
        assertThat(Derivative.along(overLog, new double[] {2}, new double[] {1})[0])
                .isCloseTo(-1 / (2 * Math.log(2) * Math.log(2)), CLOSE);
        // sqrt (z^2) is |z|.
        assertThat(derivative(z -> z.square().sqrt())).containsExactly(new double[] {1, -10, -100}, CLOSE);
    }

    /** f(z) = 1/(1 + e^-z) has f (1 - f), far out too: e^-|z|. Where e^800 is infinite, so is its derivative, and the quotient's is 0. */
    @Test
    void aQuotientOfExponentialsKeepsItsDigits() {
        UnaryOperator<Row> sigmoid = z -> z.constant(1).over(z.negative().exp().plus(1));
        double[] slopes =
                Derivative.along(sigmoid, new double[] {0, 50, -50, -800, 800, -400}, new double[] {1, 1, 1, 1, 1, 1});
        double far = Math.exp(-50);
        assertThat(slopes[0]).isEqualTo(0.25);
        assertThat(slopes[1]).isCloseTo(far, Offset.offset(1e-14 * far));
        assertThat(slopes[2]).isCloseTo(far, Offset.offset(1e-14 * far));
        assertThat(slopes[3]).isZero();
        assertThat(slopes[4]).isZero();
        assertThat(slopes[5]).isCloseTo(Math.exp(-400), Offset.offset(1e-12 * Math.exp(-400)));
    }

    /** e^700 is finite, and 1e10 times that is not: 1e10 e^-700 is left of 1/(1 + e^700). */
    @Test
    void anExponentialThatMovesTooFarMovesAQuotientAllTheSame() {
        UnaryOperator<Row> sigmoid = z -> z.constant(1).over(z.negative().exp().plus(1));
        double slope = Derivative.along(sigmoid, new double[] {-700}, new double[] {1e10})[0];
        assertThat(slope / (1e10 * Math.exp(-700))).isCloseTo(1, Offset.offset(1e-12));
    }

    /** tanh as (e^2z - 1)/(e^2z + 1), where the numerator moves as well. */
    @Test
    void aQuotientWhoseBothPartsMove() {
        UnaryOperator<Row> tanh =
                z -> z.times(2).exp().minus(1).over(z.times(2).exp().plus(1));
        double slope = 1 - Math.tanh(0.3) * Math.tanh(0.3);
        assertThat(Derivative.along(tanh, new double[] {0.3}, new double[] {1})[0])
                .isCloseTo(slope, CLOSE);
        assertThat(Derivative.along(z -> z.mapped(Elementary.TANH), new double[] {0.3}, new double[] {1})[0])
                .isCloseTo(slope, CLOSE);
    }

    @Test
    void ofAllNumbersTogether() {
        assertThat(derivative(Row::sum)).containsExactly(-89, -89, -89);
        assertThat(derivative(Row::largest)).containsExactly(-100, -100, -100);
        assertThat(Derivative.along(Row::largest, new double[] {5, 5, 1}, new double[] {1, 2, 3}))
                .containsExactly(1, 1, 1);
        assertThat(Derivative.along(Row::largest, new double[] {1, 7, 5}, new double[] {1, 2, 3}))
                .containsExactly(2, 2, 2);
    }

    /** 5 z above 0 and 2 z elsewhere, at 0 too, unless another side is asked for. */
    @Test
    void aChoiceHasTheSlopeOfItsSideOrOfTheOneAskedFor() {
        UnaryOperator<Row> f = z -> z.choose(z.times(5), z.times(2));
        double[] at = {1, 0, -1};
        double[] one = {1, 1, 1};
        assertThat(Derivative.along(f, at, one)).containsExactly(5, 2, 2);
        var leans = List.of(new Lean(0, 1, 0.25), new Lean(0, 2, 1), new Lean(1, 0, 0));
        assertThat(Derivative.along(f, at, one, leans)).containsExactly(5, 0.25 * 5 + 0.75 * 2, 5);
        assertThat(Derivative.along(z -> f.apply(f.apply(z)), at, one, List.of(new Lean(1, 1, 1))))
                .containsExactly(25, 10, 4);
    }

    /** An infinite slope of a side that is not taken, and of what does not move. */
    @Test
    void whatDoesNotMoveMovesNothing() {
        UnaryOperator<Row> root = z -> z.sqrt().times(Derivative.still(Plain.of(0, 1), z));
        assertThat(Derivative.along(root, new double[] {0, 4}, new double[] {1, 1}))
                .containsExactly(0, 0.25);
        assertThat(Derivative.along(Row::sqrt, new double[] {0, 4}, new double[] {0, 1}))
                .containsExactly(0, 0.25);
        UnaryOperator<Row> chosen = z -> z.choose(z, z.sqrt());
        assertThat(Derivative.along(chosen, new double[] {0}, new double[] {1}, List.of(new Lean(0, 0, 1))))
                .containsExactly(1);
    }
}
