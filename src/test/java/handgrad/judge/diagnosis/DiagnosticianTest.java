package handgrad.judge.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Parameters;
import handgrad.judge.oracle.ForwardMode;
import handgrad.judge.reading.Cause;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Samples;
import handgrad.testing.ReferenceCase;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

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
        assertThat(diagnosis.findings().get(0).causes())
                .extracting(Cause::mistake)
                .containsExactlyInAnyOrder("sign-flipped", "bias-gradient-missing");
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

    /**
     * Two samples that differ by a hundred-millionth, and a claim of 0.6 of the first and 0.4 of the other, halved: half of both fits best,
     * and that one of the two was left out fits four and six times worse, by less than their difference. Nobody can tell these apart.
     */
    @Test
    void whatFitsAboutAsWellIsATie() {
        var reference = ReferenceCase.named("deep-mixed");
        Samples first = reference.samples().first(1);
        double[] near = Arrays.stream(first.x()[0]).map(x -> x * (1 + 1e-8)).toArray();
        var two = new Samples(new double[][] {first.x()[0], near}, new double[][] {first.y()[0], first.y()[0]});
        double[] one = ForwardMode.gradient(reference.point(), first).values();
        double[] other = ForwardMode.gradient(reference.point(), two.only(1)).values();
        double[] mixed = new double[one.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (0.6 * one[i] + 0.4 * other[i]) / 2;
        }
        var diagnosis = new Diagnostician(reference.point(), two, OptionalDouble.empty(), Precision.DOUBLE)
                .diagnose(new Point(reference.point().network(), mixed));
        assertThat(diagnosis.findings())
                .extracting(finding -> finding.faults().get(0).mistake())
                .contains(Mistake.FACTOR_HALF, Mistake.FIRST_SAMPLE_ONLY, Mistake.LAST_SAMPLE_ONLY);
    }

    @Test
    void aConstantFactorIsFitted() {
        var diagnosis = diagnose(ReferenceCase.named("regression-identity"), claim -> claim.vector()
                .muli(-0.013));
        assertThat(diagnosis.findings().get(0).causes()).allSatisfy(cause -> {
            assertThat(cause.mistake()).isEqualTo("wrong-scale");
            assertThat(cause.sentence()).contains("-0.013 times");
        });
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

    /** Weights of the output layer are right, so its delta is; a bias that adds up something else is told apart. */
    @Test
    void whatHoldsIsToldOfEachLayerWhereNothingFits() {
        var diagnosis = diagnose(
                ReferenceCase.named("deep-mixed"),
                claim -> claim.bias(2).muli(claim.bias(2)).addi(1));
        assertThat(diagnosis.findings()).isEmpty();
        assertThat(diagnosis.holds())
                .containsExactly(
                        "layer 4: weights right, bias right",
                        "layer 3: weights right, bias wrong: so delta is right, and what the bias adds up is not",
                        "layer 2: weights right, bias right",
                        "layer 1: weights right, bias right");
    }

    @Test
    void whatIsNotANumberIsNotDiagnosed() {
        var diagnosis = diagnose(
                ReferenceCase.named("deep-mixed"), claim -> claim.weights(0).putScalar(0, 0, Double.NaN));
        assertThat(diagnosis.findings()).isEmpty();
    }
}
