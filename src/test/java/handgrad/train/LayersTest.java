package handgrad.train;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Batch;
import handgrad.engine.Descent;
import handgrad.engine.Engine;
import handgrad.engine.Parameters;
import handgrad.engine.dl4j.Dl4jEngine;
import handgrad.engine.hand.HandEngine;
import handgrad.engine.scalar.ScalarEngine;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.Trained;
import handgrad.network.function.Activation;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.Relu;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.activation.Tanh;
import handgrad.network.function.loss.HalfSquaredError;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** What is seen of each layer, on a network small enough to be counted by hand. */
class LayersTest {
    /** One input, two hidden neurons, one output: z of the hidden ones is -x and 10 x + 5. */
    private static Parameters point(Activation hidden) {
        var network = Network.dense(1, List.of(2), 1, hidden, new Identity(), new HalfSquaredError(), Reduction.SUM);
        return Parameters.of(network, DataType.DOUBLE, -1, 10, 0, 5, 1, 1, 0);
    }

    private static final Batch SAMPLES =
            new Batch(Nd4j.createFromArray(new double[][] {{1}, {2}}), Nd4j.createFromArray(new double[][] {{0}, {0}}));

    private static List<LayerState> states(Parameters point, Optional<Parameters> before) {
        var engine = new HandEngine(point, 0.1);
        return Layers.of(
                engine,
                engine.activations(SAMPLES.x()),
                engine.gradient(SAMPLES).gradient(),
                before.map(Parameters::toArray));
    }

    /** relu(-1) = relu(-2) = 0: the first neuron is dead, the second answers 15 and 25, beyond the last bin's end. */
    @Test
    void aReluThatNeverAnswersIsDead() {
        LayerState layer = states(point(new Relu()), Optional.empty()).get(0);
        assertThat(layer.dead()).isEqualTo(1);
        assertThat(layer.saturated()).isZero();
        assertThat(layer.activations().counts()).hasSize(20).startsWith(2).endsWith(2);
        assertThat(layer.updateRatio()).isEmpty();
    }

    /** sigmoid(15) and sigmoid(25) are within a hundredth of 1, sigmoid(-1) is 0.27 and sigmoid(-2) 0.12. */
    @Test
    void aSigmoidAtItsBoundIsSaturated() {
        LayerState layer = states(point(new Sigmoid()), Optional.empty()).get(0);
        assertThat(layer.saturated()).isEqualTo(1);
        assertThat(layer.dead()).isZero();
        assertThat(layer.activations().counts().get(19)).isEqualTo(2);
        assertThat(layer.activations().counts().get(5)).as("0.25 to 0.30").isEqualTo(1);
        assertThat(layer.activations().counts().get(2)).as("0.10 to 0.15").isEqualTo(1);
    }

    /**
     * Output 15 and 25 for targets of 0: dL/dW^1 = (0, 15 15 + 25 25) = (0, 850), dL/db^1 = 40; the root of the mean of their
     * squares. The step before was half of each parameter of the output layer.
     */
    @Test
    void sizesAreThoseOfTheLayerAsAWhole() {
        Parameters now = point(new Relu());
        Parameters before = now.copy();
        before.vector().muli(2);
        LayerState output = states(now, Optional.of(before)).get(1);
        assertThat(output.gradientSize()).isCloseTo(Math.sqrt((850 * 850 + 40 * 40) / 3.0), Offset.offset(1e-10));
        assertThat(output.updateRatio().orElseThrow()).isCloseTo(0.5, Offset.offset(1e-15));
        assertThat(output.updateShare().orElseThrow()).isCloseTo(0.5, Offset.offset(1e-15));
        // Two answers, 15 and 25: 5 on either side of their mean.
        assertThat(output.spread()).isCloseTo(5, Offset.offset(1e-12));
    }

    @Test
    void allEnginesShowTheSameActivations() {
        for (Activation hidden : List.of(new Relu(), new Sigmoid(), new Tanh())) {
            Parameters point = point(hidden);
            List<Engine> others =
                    List.of(new Dl4jEngine(point, 0.1), new ScalarEngine(point, Descent.sgd(0.1), Trained.ALL));
            var hand = new HandEngine(point, 0.1).activations(SAMPLES.x());
            for (Engine other : others) {
                var found = other.activations(SAMPLES.x());
                assertThat(found).hasSize(2);
                for (int l = 0; l < 2; l++) {
                    assertThat(found.get(l).equalsWithEps(hand.get(l), 1e-15)).isTrue();
                }
            }
        }
    }
}
