package handgrad.judge.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Network;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.function.Activation;
import handgrad.network.function.Loss;
import handgrad.network.function.activation.Elu;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.LeakyRelu;
import handgrad.network.function.activation.Relu;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.loss.AbsoluteError;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.network.function.loss.Huber;
import handgrad.network.function.loss.MulticlassHinge;
import handgrad.network.number.Plain;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where numbers stand at kinks: closer to one than their error, and with another slope on its other side. */
class FinderTest {
    private final Rounding rounding = new Rounding(Precision.DOUBLE);

    private static Finder finder(Activation f, Loss loss) {
        var network = Network.dense(2, List.of(), 3, f, f, loss, Reduction.SUM);
        return new Finder(network, Precision.DOUBLE, 7);
    }

    private Erring row(double[] values, double error) {
        return new Erring(Plain.of(values), new double[] {error, error, error}, rounding);
    }

    private List<Kink> of(Activation f, double[] z, double error) {
        return finder(f, new HalfSquaredError()).ofActivation(0, 4, row(z, error));
    }

    @Test
    void aReluStandsAtItsKinkWhereZMayBeZero() {
        List<Kink> kinks = of(new Relu(), new double[] {0.5, 0, 2}, 1);
        var place = new Kink.Place(7, 0, 4);
        // One choice on each sample, four of them before.
        var choice = List.of(new Kink.Choice(0, 4, false));
        assertThat(kinks)
                .containsExactly(
                        new Kink(place, 0, choice, true, false, 0, 1), new Kink(place, 1, choice, false, true, 0, 1));
        assertThat(of(new Relu(), new double[] {-0.5, 3, 2}, 1))
                .containsExactly(new Kink(place, 0, choice, false, false, 0, 1));
    }

    @Test
    void theSlopesAreThoseOfTheTwoSides() {
        Kink kink = of(new LeakyRelu(0.25), new double[] {2, 0, 2}, 0).get(0);
        assertThat(kink.below()).isEqualTo(0.25);
        assertThat(kink.aboveIt()).isEqualTo(1);
        // elu(3): 3 e^z from below. It asks twice, for z and for its smaller and 0.
        Kink steep = of(new Elu(3), new double[] {2, 0, 2}, 0).get(0);
        assertThat(steep.below()).isEqualTo(3);
        assertThat(steep.aboveIt()).isEqualTo(1);
        // Two on each of four samples before.
        assertThat(steep.choices()).containsExactly(new Kink.Choice(0, 8, false), new Kink.Choice(1, 8, false));
    }

    /** elu(1) is smooth at 0, sigmoid everywhere; a leaky relu of slope 1 but for some roundings is the identity. */
    @Test
    void whereBothSidesHaveOneSlopeThereIsNoKink() {
        assertThat(of(new Elu(1), new double[3], 0)).isEmpty();
        assertThat(of(new Sigmoid(), new double[3], 1)).isEmpty();
        assertThat(of(new LeakyRelu(1 - 0x1p-49), new double[3], 0)).isEmpty();
        assertThat(of(new LeakyRelu(1 - 0x1p-47), new double[3], 0)).hasSize(3);
    }

    private List<Kink> ofLoss(Loss loss, double[] y, double[] t, double error) {
        return finder(new Identity(), loss).ofLoss(4, row(y, error), row(y, error), row(t, 0));
    }

    @Test
    void anAbsoluteErrorStandsAtItsKinkWhereTheErrorMayBeZero() {
        List<Kink> kinks = ofLoss(new AbsoluteError(), new double[] {1, 2, 3}, new double[] {1, 2.5, 4}, 0.5);
        assertThat(kinks).extracting(Kink::unit).containsExactly(0, 1);
        assertThat(kinks).extracting(Kink::place).containsOnly(new Kink.Place(7, 1, 4));
        assertThat(kinks).extracting(Kink::exact).containsExactly(true, false);
        assertThat(kinks).extracting(Kink::above).containsOnly(false);
    }

    /** Where Huber's loss goes over into lines, at |y - t| = 1, it does so with one slope. */
    @Test
    void whereALossHasOneSlopeThereIsNoKink() {
        assertThat(ofLoss(new Huber(1), new double[] {1, 2, 3}, new double[3], 0.5))
                .isEmpty();
        assertThat(ofLoss(new HalfSquaredError(), new double[3], new double[3], 0.5))
                .isEmpty();
    }

    /** Scores (2, 1, -5) of the first class: the second is exactly 1 below it. */
    @Test
    void aHingeStandsAtItsKinkWhereAMarginIsZero() {
        List<Kink> kinks = ofLoss(new MulticlassHinge(), new double[] {2, 1, -5}, new double[] {1, 0, 0}, 0);
        assertThat(kinks).extracting(Kink::unit).containsExactly(1);
    }

    @Test
    void choicesAreCounted() {
        assertThat(Finder.choices(new Relu(), Plain.of(1, 2), Precision.DOUBLE)).isEqualTo(1);
        assertThat(Finder.choices(new Elu(), Plain.of(1, 2), Precision.DOUBLE)).isEqualTo(2);
        assertThat(Finder.choices(new Sigmoid(), Plain.of(1, 2), Precision.DOUBLE))
                .isZero();
    }
}
