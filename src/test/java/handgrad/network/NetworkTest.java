package handgrad.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import handgrad.network.function.activation.Relu;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.activation.Softmax;
import handgrad.network.function.activation.Tanh;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.network.function.loss.CrossEntropy;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.network.function.loss.MulticlassHinge;
import handgrad.network.layer.Dense;
import handgrad.network.layer.Layer;
import handgrad.network.layer.Slot;
import handgrad.testing.RandomCase;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a network is made of, and which ones are refused. */
class NetworkTest {
    private static final Network XOR =
            Network.dense(2, List.of(3), 1, new Tanh(), new Sigmoid(), new BinaryCrossEntropy(), Reduction.MEAN);

    private static Slot weights(int rows, int columns) {
        return new Slot("weights", "W", Slot.Role.WEIGHT, rows, columns);
    }

    private static Slot bias(int columns) {
        return new Slot("bias", "b", Slot.Role.BIAS, 1, columns);
    }

    /** 2-3-1: W1 takes 6 numbers, b1 3, W2 3, b2 1; each begins where the one before ends. */
    @Test
    void parametersLieLayerByLayerWeightsBeforeBias() {
        assertThat(XOR.blocks())
                .containsExactly(
                        new Block(0, weights(2, 3), 0),
                        new Block(0, bias(3), 6),
                        new Block(1, weights(3, 1), 9),
                        new Block(1, bias(1), 12));
        assertThat(XOR.blocks()).extracting(Block::symbol).containsExactly("W1", "b1", "W2", "b2");
        assertThat(XOR.size()).isEqualTo(13);
    }

    @Test
    void denseGivesHiddenLayersOneActivationAndTheOutputAnother() {
        assertThat(XOR.layers()).containsExactly(new Dense(2, 3, new Tanh()), new Dense(3, 1, new Sigmoid()));
        assertThat(XOR.shape()).isEqualTo("2-3-1");
        assertThat(XOR.outputLayer()).isEqualTo(XOR.layer(1));
        assertThat(List.of(XOR.nIn(), XOR.nOut(), XOR.depth())).containsExactly(2, 1, 2);
    }

    @Test
    void withoutHiddenLayersInputsGoStraightToTheOutput() {
        var network = Network.dense(4, List.of(), 2, new Tanh(), new Softmax(), new CrossEntropy(), Reduction.SUM);
        assertThat(network.shape()).isEqualTo("4-2");
        assertThat(network.size()).isEqualTo(4 * 2 + 2);
    }

    static List<RandomCase> randomNetworks() {
        return RandomCase.many(50).toList();
    }

    /** The blocks cover the vector without gap or overlap, and every index has one address. */
    @ParameterizedTest
    @MethodSource("randomNetworks")
    void everyIndexOfTheVectorBelongsToOneBlock(RandomCase random) {
        Network network = random.parameters().network();
        int next = 0;
        for (Block block : network.blocks()) {
            assertThat(block.offset()).isEqualTo(next);
            for (int index = block.offset(); index < block.end(); index++) {
                Address address = block.address(index);
                assertThat(address.row()).isBetween(0, block.rows() - 1);
                assertThat(address.column()).isBetween(0, block.columns() - 1);
                assertThat(block.index(address.row(), address.column())).isEqualTo(index);
            }
            next = block.end();
        }
        assertThat(next).isEqualTo(network.size());
    }

    /** Columns lie one after the other: W1[1,2] is entry 1 + 2 * 2 of the first block. */
    @Test
    void addressesAreWrittenWithLayersFromOne() {
        assertThat(XOR.blocks().get(0).address(5)).hasToString("W1[1,2]");
        assertThat(XOR.blocks().get(1).address(8)).hasToString("b1[2]");
        assertThat(XOR.blocks().get(2).address(11)).hasToString("W2[2,0]");
        assertThat(XOR.blocks().get(3).address(12)).hasToString("b2[0]");
    }

    @Test
    void refusesWhatIsNoNetwork() {
        refused(() -> new Network(List.of(), new HalfSquaredError(), Reduction.SUM), "without layers");
        refused(() -> new Dense(0, 3, new Relu()), "0 inputs and 3 outputs: expected at least 1 of each");
        refused(() -> new Dense(3, 0, new Relu()), "3 inputs and 0 outputs: expected at least 1 of each");
        refused(
                () -> network(new HalfSquaredError(), new Dense(2, 3, new Tanh()), new Dense(4, 1, new Tanh())),
                "layer 2 has 4 inputs: expected 3, the outputs of layer 1");
        refused(
                () -> network(new HalfSquaredError(), new Dense(2, 3, new Softmax()), new Dense(3, 2, new Tanh())),
                "layer 1 has activation 'softmax': it can only stand in the output layer");
        refused(
                () -> network(new CrossEntropy(), new Dense(2, 1, new Softmax())),
                "softmax over one output is always 1: expected at least 2 outputs");
        refused(
                () -> network(new BinaryCrossEntropy(), new Dense(2, 2, new Tanh())),
                "loss 'binary-cross-entropy' is not defined on 'tanh' outputs");
        refused(
                () -> network(
                        new HalfSquaredError(),
                        new Dense(99_999, 50_000, new Tanh()),
                        new Dense(50_000, 1, new Tanh())),
                // 100,000 * 50,000 and 50,001
                "a network of 5000050001 parameters: expected at most 20000000");
    }

    private static Network network(Loss loss, Layer... layers) {
        return new Network(List.of(layers), loss, Reduction.MEAN);
    }

    private static void refused(ThrowingCallable construction, String message) {
        assertThatThrownBy(construction).isInstanceOf(InputException.class).hasMessageContaining(message);
    }

    /** A cross-entropy needs the probabilities of its own activation; the other losses are defined on any output. */
    @Test
    void lossesAcceptTheOutputsTheyAreDefinedOn() {
        Map<String, String> only = Map.of("binary-cross-entropy", "sigmoid", "cross-entropy", "softmax");
        for (Loss loss : Definitions.all(Loss.class)) {
            for (Activation activation : Definitions.all(Activation.class)) {
                String accepted = only.getOrDefault(loss.id(), activation.id());
                assertThat(loss.accepts(activation))
                        .as("%s on %s", loss.id(), activation.id())
                        .isEqualTo(activation.id().equals(accepted));
            }
        }
    }

    /** A hinge compares classes: with one there is nothing to compare. */
    @Test
    void aLossMayNeedSeveralOutputs() {
        refused(
                () -> network(new MulticlassHinge(), new Dense(2, 1, new Tanh())),
                "loss 'multiclass-hinge' with 1 output: expected at least 2 outputs");
    }

    @Test
    void aMeanDividesByTheSamplesAndASumDoesNot() {
        assertThat(Reduction.MEAN.factor(4)).isEqualTo(0.25);
        assertThat(Reduction.SUM.factor(4)).isEqualTo(1);
    }
}
