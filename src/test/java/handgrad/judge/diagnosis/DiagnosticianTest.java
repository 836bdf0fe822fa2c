package handgrad.judge.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Parameters;
import handgrad.judge.oracle.ForwardMode;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.activation.Tanh;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.testing.ReferenceCase;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** What is said where one mistake does not explain a gradient, or several do. The right gradients are PyTorch's. */
class DiagnosticianTest {
    private static Diagnosis diagnose(ReferenceCase reference, Consumer<Parameters> spoil) {
        Parameters claim = reference.gradient().copy();
        spoil.accept(claim);
        return new Diagnostician(reference.point(), reference.samples(), OptionalDouble.empty(), Precision.DOUBLE)
                .diagnose(claim.point());
    }

    @Test
    void twoMistakesAtOnceAreNamedTogether() {
        var diagnosis = diagnose(ReferenceCase.named("deep-mixed"), claim -> {
            claim.bias(1).assign(0);
            claim.vector().muli(-1);
        });
        assertThat(diagnosis.findings()).hasSize(1);
        assertThat(diagnosis.findings().get(0).faults())
                .extracting(Fault::mistake)
                .containsExactlyInAnyOrder(Mistake.SIGN_FLIPPED, Mistake.BIAS_GRADIENT_MISSING);
    }

    /** With two samples a sum is twice their mean. */
    @Test
    void aTieIsToldWithACaseThatSeparatesIt() {
        var reference = ReferenceCase.named("digits-binary-cross-entropy");
        var two = reference.samples().first(2);
        Point right = ForwardMode.gradient(reference.point(), two);
        var claim = new Point(
                right.network(),
                Arrays.stream(right.values()).map(entry -> 2 * entry).toArray());
        var diagnosis =
                new Diagnostician(reference.point(), two, OptionalDouble.empty(), Precision.DOUBLE).diagnose(claim);
        assertThat(diagnosis.findings())
                .extracting(finding -> finding.faults().get(0).mistake())
                .containsExactly(Mistake.SUM_INSTEAD_OF_MEAN, Mistake.FACTOR_TWO);
        assertThat(diagnosis.separating().orElseThrow().samples().n()).isNotEqualTo(2);
    }

    @Test
    void aConstantFactorIsFitted() {
        var diagnosis = diagnose(ReferenceCase.named("regression-identity"), claim -> claim.vector()
                .muli(-0.013));
        Fault fault = diagnosis.findings().get(0).faults().get(0);
        assertThat(fault.mistake()).isEqualTo(Mistake.WRONG_SCALE);
        assertThat(fault.strength()).isCloseTo(-0.013, org.assertj.core.data.Percentage.withPercentage(1e-9));
    }

    @Test
    void aPenaltyOnTheWeightsIsFitted() {
        var reference = ReferenceCase.named("deep-mixed");
        var diagnosis = diagnose(reference, claim -> {
            for (int l = 0; l < claim.network().depth(); l++) {
                claim.weights(l).addi(reference.parameters().weights(l).mul(0.01));
            }
        });
        assertThat(diagnosis.findings().get(0).faults().get(0).mistake()).isEqualTo(Mistake.WEIGHT_DECAY_ADDED);
    }

    @Test
    void whatNothingExplainsIsUnknown() {
        var diagnosis = diagnose(
                ReferenceCase.named("deep-mixed"), claim -> claim.weights(2).putScalar(0, 1, 7));
        assertThat(diagnosis.findings()).isEmpty();
    }

    /** The mistake is upstream: layer 1's delta is squared, which is none of the known ones; layer 0 only follows it. */
    @Test
    void layersBelowAMistakeAreNotBlamedForIt() {
        var network = Network.dense(3, List.of(5), 2, new Tanh(), new Sigmoid(), new HalfSquaredError(), Reduction.SUM);
        double[] theta = new java.util.Random(5).doubles(network.size(), -1, 1).toArray();
        var point = new Point(network, theta);
        var samples = new Samples(new double[][] {{0.2, -0.4, 0.7}, {1, 0.3, -0.2}}, new double[][] {{0, 1}, {1, 0}});
        // Targets that nobody gave make another delta at the output, and a chain below that is right given it.
        var other = new Samples(samples.x(), new double[][] {{0.17, 0.47}, {0.47, 0.17}});
        var claim = Parameters.of(ForwardMode.gradient(point, other), DataType.DOUBLE);
        assertThat(Blame.of(point, samples, claim.point(), Set.of()))
                .containsExactly(Blame.Layer.FOLLOWS, Blame.Layer.WRONG);
        Parameters spoiltBias = claim.copy();
        spoiltBias.bias(0).muli(1.5);
        assertThat(Blame.of(point, samples, spoiltBias.point(), Set.of()))
                .containsExactly(Blame.Layer.WRONG, Blame.Layer.WRONG);
        claim.weights(0).muli(1.5);
        assertThat(Blame.of(point, samples, claim.point(), Set.of()))
                .containsExactly(Blame.Layer.WRONG, Blame.Layer.WRONG);
    }

    @Test
    void whatIsNotANumberIsNotDiagnosed() {
        var diagnosis = diagnose(
                ReferenceCase.named("deep-mixed"), claim -> claim.weights(0).putScalar(0, 0, Double.NaN));
        assertThat(diagnosis.findings()).isEmpty();
    }
}
