package handgrad.judge.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Precision;
import handgrad.network.function.Activation;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.LeakyRelu;
import handgrad.network.function.activation.Relu;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.activation.Silu;
import handgrad.network.function.activation.Softmax;
import handgrad.network.function.activation.Tanh;
import handgrad.network.number.Plain;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What the forms of a function round, by the table of {@link Forms}. */
class FormsTest {
    private static final double U = 0x1p-52;
    private static final Percentage CLOSE = Percentage.withPercentage(1e-6);

    private final Rounding rounding = new Rounding(Precision.DOUBLE);

    private double value(Activation f, double z) {
        return new Forms(f, rounding).value(Plain.of(z)).error(0);
    }

    private double slope(Activation f, double z) {
        var forms = new Forms(f, rounding);
        return forms.slope(Plain.of(z), forms.value(Plain.of(z)))[0];
    }

    /** 8 roundings of 1/2, more than 2 of the width of the range, which is 1; of tanh the width is 2, and tanh(0) is 0. */
    @Test
    void aBoundedFunctionRoundsAgainstItsRange() {
        assertThat(value(new Sigmoid(), 0)).isCloseTo(4 * U, CLOSE);
        assertThat(value(new Sigmoid(), -3)).isCloseTo(2 * U, CLOSE);
        assertThat(slope(new Sigmoid(), 0)).isCloseTo(2 * U, CLOSE);
        assertThat(slope(new Tanh(), 1)).isCloseTo(4 * U, CLOSE);
    }

    /** sigmoid'(-49) = e^-49, far less than a rounding of 1: 8 times as much is left. */
    @Test
    void whereABoundedFunctionIsSaturatedOnlyWhatIsLeftCounts() {
        assertThat(value(new Sigmoid(), -50)).isCloseTo(8 * Math.exp(-49), CLOSE);
        assertThat(value(new Sigmoid(), 50)).isCloseTo(8 * Math.exp(-49), CLOSE);
        assertThat(slope(new Sigmoid(), -50)).isCloseTo(8 * Math.exp(-49), CLOSE);
    }

    /** z times a sigmoid: 2 roundings of z = -20 as long as z f'' = z (2 + z) e^z is larger, at -50 8 times that, one step up. */
    @Test
    void whatIsBoundedBelowRoundsAgainstZ() {
        assertThat(value(new Silu(), -20)).isCloseTo(40 * U, CLOSE);
        assertThat(slope(new Silu(), -20)).isCloseTo(40 * U, CLOSE);
        assertThat(slope(new Silu(), -0.5)).isCloseTo(2 * U, CLOSE);
        double left = 8 * 50 * 47 * Math.exp(-49);
        assertThat(value(new Silu(), -50)).isCloseTo(left, CLOSE);
        assertThat(slope(new Silu(), -50)).isCloseTo(left, CLOSE);
    }

    /** 8 roundings of 20 or 50: nothing that is left limits what the value itself rounds. */
    @Test
    void whatIsNotBoundedAboveRoundsAgainstItsValue() {
        assertThat(value(new Silu(), 20)).isCloseTo(8 * 20 * U, CLOSE);
        assertThat(value(new Silu(), 50)).isCloseTo(8 * 50 * U, CLOSE);
    }

    /** It is a product at most, with a slope that is given. */
    @Test
    void whatIsNotBoundedAtAllHasNoOtherForms() {
        assertThat(value(new LeakyRelu(0.25), -4)).isCloseTo(8 * U, CLOSE);
        assertThat(slope(new LeakyRelu(0.25), -4)).isZero();
    }

    @Test
    void whatOnlyChoosesRoundsNothing() {
        assertThat(value(new Relu(), 5)).isZero();
        assertThat(slope(new Relu(), 5)).isZero();
        assertThat(value(new Identity(), 5)).isZero();
        assertThat(slope(new Identity(), 5)).isZero();
    }

    /** Of z = (0, -50) softmax is (1, e^-50): the first can be off by what the other is, the other by 8 roundings of itself. */
    @Test
    void softmaxRoundsAgainstItsValues() {
        var forms = new Forms(new Softmax(), rounding);
        Erring a = forms.value(Plain.of(0, -50));
        assertThat(a.error(0)).isCloseTo(8 * Math.exp(-50), CLOSE);
        assertThat(a.error(1)).isBetween(8 * U * Math.exp(-50), 500 * U * Math.exp(-50));
        assertThat(forms.slope(Plain.of(0, -50), a)).containsExactly(0, 0);
        assertThat(forms.relative(Plain.of(0, -50), 1, 1)).containsExactly(0, 0);
    }

    /** f'(0) = 1/4. */
    @Test
    void anErrorOfASlopeIsMeasuredByIt() {
        var forms = new Forms(new Sigmoid(), rounding);
        assertThat(forms.relative(Plain.of(0), 2 * U)[0]).isCloseTo(8 * U, CLOSE);
        assertThat(new Forms(new Relu(), rounding).relative(Plain.of(-1), 0)[0]).isZero();
    }
}
