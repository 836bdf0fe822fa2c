package handgrad.engine.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Descent;
import handgrad.network.Trained;
import handgrad.testing.Compare;
import handgrad.testing.RandomCase;
import handgrad.testing.ReferenceCase;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Neuron by neuron is the same network: PyTorch's gradients, and the steps of plain gradient descent. */
class ScalarEngineTest {
    static List<ReferenceCase> references() {
        return ReferenceCase.all();
    }

    @ParameterizedTest
    @MethodSource("references")
    void hasPyTorchsLossAndGradient(ReferenceCase reference) {
        var found = new ScalarEngine(reference.parameters(), Descent.sgd(0.1), Trained.ALL).gradient(reference.batch());
        assertThat(found.loss()).isCloseTo(reference.loss(), Percentage.withPercentage(1e-10));
        assertThat(Compare.of(found.gradient(), reference.gradient()).maxRelative())
                .isLessThan(1e-12);
    }

    static Stream<RandomCase> randomNetworks() {
        return RandomCase.many(50);
    }

    /** theta - 0.1 dL/dtheta for what is trained; the rest stays to the last bit. */
    @ParameterizedTest
    @MethodSource("randomNetworks")
    void aStepGoesDownhillInWhatIsTrained(RandomCase random) {
        for (Trained trained : Trained.values()) {
            var engine = new ScalarEngine(random.parameters(), Descent.sgd(0.1), trained);
            var before = engine.gradient(random.batch());
            engine.step(random.batch());
            assertThat(engine.stepLoss()).isEqualTo(before.loss());
            double[] start = random.parameters().toArray();
            double[] gradient = before.gradient().toArray();
            double[] after = engine.parameters().toArray();
            for (var block : random.parameters().network().blocks()) {
                boolean moves = trained == Trained.ALL || block.isWeight();
                for (int i = block.offset(); i < block.end(); i++) {
                    assertThat(after[i]).isEqualTo(moves ? start[i] - 0.1 * gradient[i] : start[i]);
                }
            }
        }
    }
}
