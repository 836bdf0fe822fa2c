package handgrad.engine.hand;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Batch;
import handgrad.engine.Descent;
import handgrad.engine.LossGradient;
import handgrad.engine.Parameters;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.Trained;
import handgrad.network.function.Activation;
import handgrad.network.function.Loss;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.activation.Softmax;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.network.function.loss.CrossEntropy;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.network.function.loss.MeanSquaredError;
import handgrad.testing.Compare;
import handgrad.testing.ReferenceCase;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The losses on networks whose weights are 0, so that the bias is z. The gradient of the bias is then
 * {@code dL/dz}.
 */
class LossesTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-15);

    private LossGradient at(Loss loss, Activation activation, double[] z, double... t) {
        var network = Network.dense(1, List.of(), z.length, activation, activation, loss, Reduction.SUM);
        Parameters theta = Parameters.zeros(network, DataType.DOUBLE);
        theta.bias(0).assign(Nd4j.createFromArray(z));
        var batch = new Batch(Nd4j.ones(DataType.DOUBLE, 1, 1), Nd4j.createFromArray(new double[][] {t}));
        return new HandEngine(theta, Descent.sgd(1), Trained.ALL).gradient(batch);
    }

    private static double[] delta(LossGradient found) {
        return found.gradient().bias(0).toDoubleVector();
    }

    /** y - t = (1, -2): 1/2 (1 + 4), and the same without the 1/2 but over nOut; their slopes y - t and 2/nOut (y - t). */
    @Test
    void theTwoSquaredErrorsDifferByTheirFactor() {
        double[] z = {3, 5};
        var half = at(new HalfSquaredError(), new Identity(), z, 2, 7);
        assertThat(half.loss()).isEqualTo(2.5);
        assertThat(delta(half)).containsExactly(1, -2);
        double[] three = {3, 5, 1};
        var mean = at(new MeanSquaredError(), new Identity(), three, 2, 7, 3);
        assertThat(mean.loss()).as("(1 + 4 + 4) / 3").isEqualTo(3);
        assertThat(delta(mean)).containsExactly(new double[] {2 / 3.0, -4 / 3.0, -4 / 3.0}, ROUNDING);
    }

    /** At z = 0 the sigmoid is 1/2: -ln 1/2 for either target, slope 1/2 - t. At z = ln 3 it is 3/4. */
    @Test
    void binaryCrossEntropyOfEvenAndOfThreeToOne() {
        assertThat(at(new BinaryCrossEntropy(), new Sigmoid(), new double[] {0}, 1)
                        .loss())
                .isCloseTo(Math.log(2), ROUNDING);
        var found = at(new BinaryCrossEntropy(), new Sigmoid(), new double[] {Math.log(3), 0}, 0, 1);
        assertThat(found.loss()).isCloseTo(Math.log(4) + Math.log(2), ROUNDING);
        assertThat(delta(found)).containsExactly(new double[] {0.75, -0.5}, ROUNDING);
    }

    /** Softmax of (0, ln 2, ln 5) is (1, 2, 5) / 8; with the target in the second place the loss is ln 4. */
    @Test
    void crossEntropyOfOneTwoFive() {
        var found = at(new CrossEntropy(), new Softmax(), new double[] {0, Math.log(2), Math.log(5)}, 0, 1, 0);
        assertThat(found.loss()).isCloseTo(Math.log(4), ROUNDING);
        assertThat(delta(found)).containsExactly(new double[] {0.125, -0.75, 0.625}, ROUNDING);
    }

    /** Surely wrong: ln(1 + e^z) is z for large z, although 1 - y has long been 0; the slope is 1. Surely right: 0. */
    @ParameterizedTest
    @CsvSource({"800, 0, 800, 1", "-800, 1, 800, -1", "800, 1, 0, 0", "-800, 0, 0, 0", "1e300, 0, 1e300, 1"})
    void binaryCrossEntropyStaysRightWhereTheOutputIsSaturated(double z, double t, double loss, double slope) {
        var found = at(new BinaryCrossEntropy(), new Sigmoid(), new double[] {z}, t);
        assertThat(found.loss()).isEqualTo(loss);
        assertThat(delta(found)).containsExactly(slope);
    }

    /** ln(e^1000 + e^0) - 0 = 1000, although e^1000 overflows. */
    @Test
    void crossEntropyStaysRightWhereTheOutputIsSaturated() {
        var wrong = at(new CrossEntropy(), new Softmax(), new double[] {1000, 0}, 0, 1);
        assertThat(wrong.loss()).isEqualTo(1000);
        assertThat(delta(wrong)).containsExactly(1, -1);
        var right = at(new CrossEntropy(), new Softmax(), new double[] {1000, 0}, 1, 0);
        assertThat(right.loss()).isZero();
        assertThat(delta(right)).containsExactly(0, 0);
    }

    /** Targets (1, 1) at even odds: L = 2 ln 2, and no direction lowers it: y sum t - t = (1, 1) - (1, 1). */
    @Test
    void crossEntropyAllowsTargetsThatDoNotAddUpToOne() {
        var found = at(new CrossEntropy(), new Softmax(), new double[] {0, 0}, 1, 1);
        assertThat(found.loss()).isCloseTo(2 * Math.log(2), ROUNDING);
        assertThat(delta(found)).containsExactly(0, 0);
    }

    /** PyTorch's figures for a network with outputs of 0 and 1 that are wrong. */
    @Test
    void aSaturatedNetworkHasPyTorchsLossAndGradient() {
        var saturated = ReferenceCase.named("saturated-cross-entropy");
        var engine = new HandEngine(saturated.parameters(), Descent.sgd(0.1), Trained.ALL);
        assertThat(Arrays.stream(
                        engine.output(saturated.batch().x()).dup('c').data().asDouble()))
                .as("outputs beyond what 1 - y can tell from 0")
                .anyMatch(y -> y < 1e-16 || y == 1);
        var found = engine.gradient(saturated.batch());
        assertThat(found.loss()).isCloseTo(saturated.loss(), Percentage.withPercentage(1e-10));
        assertThat(Compare.of(found.gradient(), saturated.gradient()).maxRelative())
                .isLessThan(1e-12);
    }
}
