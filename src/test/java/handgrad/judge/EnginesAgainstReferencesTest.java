package handgrad.judge;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.LossGradient;
import handgrad.engine.Parameters;
import handgrad.engine.dl4j.Dl4jEngine;
import handgrad.engine.hand.HandEngine;
import handgrad.network.Precision;
import handgrad.network.compare.Comparison;
import handgrad.testing.RandomCase;
import handgrad.testing.ReferenceCase;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradients of both engines, against PyTorch's, against each other's, and against central differences. */
class EnginesAgainstReferencesTest {
    private static final double TOLERANCE = 1e-12;

    private static double difference(Parameters gradient, Parameters other) {
        return Comparison.of(gradient.point(), other.point(), Precision.DOUBLE).maxRelative();
    }

    static List<ReferenceCase> references() {
        return ReferenceCase.all();
    }

    @ParameterizedTest
    @MethodSource("references")
    void handHasPyTorchsGradient(ReferenceCase reference) {
        LossGradient hand = new HandEngine(reference.parameters(), 0.1).gradient(reference.batch());
        assertThat(hand.loss()).isCloseTo(reference.loss(), Percentage.withPercentage(1e-10));
        assertThat(difference(hand.gradient(), reference.gradient())).isLessThan(TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("references")
    void dl4jHasPyTorchsGradientUnlessItClips(ReferenceCase reference) {
        LossGradient dl4j = new Dl4jEngine(reference.parameters(), 0.1).gradient(reference.batch());
        double difference = difference(dl4j.gradient(), reference.gradient());
        if (reference.name().startsWith("saturated")) {
            assertThat(difference)
                    .as("LossBinaryXENT clips its outputs, if late")
                    .isGreaterThan(0.1);
        } else {
            assertThat(difference).isLessThan(TOLERANCE);
        }
    }

    static Stream<RandomCase> randomNetworks() {
        return RandomCase.many(300);
    }

    @ParameterizedTest
    @MethodSource("randomNetworks")
    void handAndDl4jHaveOneGradient(RandomCase random) {
        LossGradient hand = new HandEngine(random.parameters(), 0.1).gradient(random.batch());
        LossGradient dl4j = new Dl4jEngine(random.parameters(), 0.1).gradient(random.batch());
        assertThat(hand.loss()).isCloseTo(dl4j.loss(), Offset.offset(1e-12 * Math.max(1, Math.abs(dl4j.loss()))));
        assertThat(difference(hand.gradient(), dl4j.gradient())).isLessThan(TOLERANCE);
    }
}
