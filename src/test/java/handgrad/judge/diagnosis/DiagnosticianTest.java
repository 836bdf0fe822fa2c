package handgrad.judge.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Batch;
import handgrad.engine.Parameters;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.activation.Tanh;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.testing.ReferenceCase;
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
        return new Diagnostician(reference.parameters(), reference.batch(), OptionalDouble.empty(), DataType.DOUBLE)
                .diagnose(claim);
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
        var two = new Batch(reference.batch().x(), reference.batch().y()).rows(0, 1);
        Parameters right = new handgrad.judge.Judge(reference.parameters(), two, DataType.DOUBLE).oracle();
        Parameters claim = right.copy();
        claim.vector().muli(2);
        var diagnosis =
                new Diagnostician(reference.parameters(), two, OptionalDouble.empty(), DataType.DOUBLE).diagnose(claim);
        assertThat(diagnosis.findings())
                .extracting(finding -> finding.faults().get(0).mistake())
                .containsExactly(Mistake.SUM_INSTEAD_OF_MEAN, Mistake.FACTOR_TWO);
        assertThat(diagnosis.separating().orElseThrow().batch().n()).isNotEqualTo(2);
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
        var point = Parameters.of(network, DataType.DOUBLE, theta);
        var batch = new Batch(
                org.nd4j.linalg.factory.Nd4j.createFromArray(new double[][] {{0.2, -0.4, 0.7}, {1, 0.3, -0.2}}),
                org.nd4j.linalg.factory.Nd4j.createFromArray(new double[][] {{0, 1}, {1, 0}}));
        // Targets that nobody gave make another delta at the output, and a chain below that is right given it.
        var other = new Batch(batch.x(), batch.y().mul(0.3).addi(0.17));
        Parameters claim = new handgrad.judge.Judge(point, other, DataType.DOUBLE).oracle();
        assertThat(Blame.of(point, batch, claim, Set.of())).containsExactly(Blame.Layer.FOLLOWS, Blame.Layer.WRONG);
        Parameters spoiltBias = claim.copy();
        spoiltBias.bias(0).muli(1.5);
        assertThat(Blame.of(point, batch, spoiltBias, Set.of())).containsExactly(Blame.Layer.WRONG, Blame.Layer.WRONG);
        claim.weights(0).muli(1.5);
        assertThat(Blame.of(point, batch, claim, Set.of())).containsExactly(Blame.Layer.WRONG, Blame.Layer.WRONG);
    }

    @Test
    void whatIsNotANumberIsNotDiagnosed() {
        var diagnosis = diagnose(
                ReferenceCase.named("deep-mixed"), claim -> claim.weights(0).putScalar(0, 0, Double.NaN));
        assertThat(diagnosis.findings()).isEmpty();
    }
}
