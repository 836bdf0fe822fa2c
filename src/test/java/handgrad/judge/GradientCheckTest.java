package handgrad.judge;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Engine;
import handgrad.engine.LossGradient;
import handgrad.engine.dl4j.Dl4jEngine;
import handgrad.engine.hand.HandEngine;
import handgrad.network.Activation;
import handgrad.network.Batch;
import handgrad.network.Block;
import handgrad.network.Loss;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.Reduction;
import handgrad.testing.RandomCase;
import handgrad.testing.ReferenceCase;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A mistake in one number of a gradient is found, and where it is; a right gradient passes. */
class GradientCheckTest {
    private static final ReferenceCase XOR = ReferenceCase.named("xor-binary-cross-entropy-mean");

    /** The hand-written engine with one entry of its gradient changed. */
    private record Mistaken(Engine engine, int index, DoubleUnaryOperator change) implements Engine {
        @Override
        public String name() {
            return "mistaken";
        }

        @Override
        public Network network() {
            return engine.network();
        }

        @Override
        public Parameters parameters() {
            return engine.parameters();
        }

        @Override
        public INDArray output(INDArray x) {
            return engine.output(x);
        }

        @Override
        public List<INDArray> activations(INDArray x) {
            return List.of(output(x));
        }

        @Override
        public double loss(Batch batch) {
            return engine.loss(batch);
        }

        @Override
        public LossGradient gradient(Batch batch) {
            LossGradient right = engine.gradient(batch);
            INDArray vector = right.gradient().vector();
            vector.putScalar(index, change.applyAsDouble(vector.getDouble(index)));
            return right;
        }

        @Override
        public void step(Batch batch) {
            engine.step(batch);
        }

        @Override
        public double stepLoss() {
            return engine.stepLoss();
        }
    }

    static List<RandomCase> randomNetworks() {
        return RandomCase.many(40).toList();
    }

    @ParameterizedTest
    @MethodSource("randomNetworks")
    void bothEnginesPass(RandomCase random) {
        List<Engine> engines =
                List.of(new HandEngine(random.parameters(), 0.1), new Dl4jEngine(random.parameters(), 0.1));
        var check = GradientCheck.of(engines, random.batch().first(16));
        assertThat(check.passes()).as("%s", check.pairs()).isTrue();
        assertThat(check.parameters()).isEqualTo(random.parameters().network().size());
        assertThat(check.samples()).isEqualTo(Math.min(16, random.batch().n()));
    }

    @Test
    void everyEngineIsComparedWithTheFirstAndWithTheOracle() {
        List<Engine> engines = List.of(new HandEngine(XOR.parameters(), 0.1), new Dl4jEngine(XOR.parameters(), 0.1));
        assertThat(GradientCheck.of(engines, XOR.batch()).pairs())
                .extracting(pair -> pair.left() + ", " + pair.right())
                .containsExactly("hand, dl4j", "hand, central differences", "dl4j, central differences");
    }

    /** Each of the numbers in turn, with its sign flipped, a hundredth too large, lost, or not a number. */
    @Test
    void aMistakeInAnyOneNumberIsFoundAndNamed() {
        List<DoubleUnaryOperator> mistakes =
                List.of(value -> -value, value -> value * 1.01, value -> 0, value -> Double.NaN);
        for (Block block : XOR.parameters().network().blocks()) {
            for (int index = block.offset(); index < block.end(); index++) {
                for (DoubleUnaryOperator mistake : mistakes) {
                    var hand = new HandEngine(XOR.parameters(), 0.1);
                    var check = GradientCheck.of(List.of(new Mistaken(hand, index, mistake), hand), XOR.batch());
                    assertThat(check.passes()).isFalse();
                    assertThat(check.pairs())
                            .extracting(GradientCheck.Pair::passes)
                            .containsExactly(false, false, true, false, true);
                    String address = block.address(index).toString();
                    assertThat(check.pairs().subList(0, 2))
                            .allSatisfy(pair ->
                                    assertThat(pair.worst().worst().address()).hasToString(address));
                }
            }
        }
    }

    /** One engine alone is still checked: the oracle needs no partner. */
    @Test
    void theOracleFindsTheMistakeOfASingleEngine() {
        var hand = new HandEngine(XOR.parameters(), 0.1);
        var check = GradientCheck.of(List.of(new Mistaken(hand, 3, value -> value + 0.001)), XOR.batch());
        assertThat(check.passes()).isFalse();
        var worst = check.pairs().get(0).worst().worst();
        assertThat(worst.left() - worst.right()).isBetween(0.00099, 0.00101);
    }

    /** Where DL4J clips a saturated output it is the one that is wrong, and the check says so. */
    @Test
    void theOracleDecidesWhichOfTwoIsRight() {
        var saturated = ReferenceCase.named("saturated-cross-entropy");
        List<Engine> engines =
                List.of(new HandEngine(saturated.parameters(), 0.1), new Dl4jEngine(saturated.parameters(), 0.1));
        assertThat(GradientCheck.of(engines, saturated.batch()).pairs())
                .extracting(GradientCheck.Pair::passes)
                .containsExactly(false, true, false, true, false);
    }

    @Test
    void singlePrecisionPassesItsOwnTolerance() {
        Parameters single = Parameters.zeros(XOR.parameters().network(), DataType.FLOAT);
        single.assign(XOR.parameters());
        List<Engine> engines = List.of(new HandEngine(single, 0.1), new Dl4jEngine(single, 0.1));
        var check = GradientCheck.of(engines, XOR.batch().castTo(DataType.FLOAT));
        assertThat(check.passes()).isTrue();
        assertThat(check.pairs().get(1).comparison().maxRelative())
                .as("which is not double's")
                .isGreaterThan(1e-9);
    }

    /**
     * 1-1-1, tanh then identity, with a hidden neuron close to its limit: z = 11 leaves a slope of 1 - tanh(11)^2, about 4
     * e^-22 = 1.1e-9, for the first layer, less than central differences can be sure of. The second layer's is 1.
     */
    private static GradientCheck vanishing(double z, DoubleUnaryOperator mistake) {
        var network = Network.dense(
                1, List.of(1), 1, Activation.TANH, Activation.IDENTITY, Loss.HALF_SQUARED_ERROR, Reduction.SUM);
        var hand = new HandEngine(Parameters.of(network, DataType.DOUBLE, z, 0, 1, 0), 0.1);
        var batch = new Batch(Nd4j.ones(DataType.DOUBLE, 1, 1), Nd4j.zeros(DataType.DOUBLE, 1, 1));
        return GradientCheck.of(List.of(new Mistaken(hand, 2, mistake)), batch);
    }

    @Test
    void aLayerWithoutGradientHidesNoMistakeInAnother() {
        var check = vanishing(11, value -> -value);
        assertThat(check.passes()).isFalse();
        assertThat(check.pairs().get(0).worst().worst().address()).hasToString("1_W[0,0]");
        assertThat(check.pairs().get(0).tolerance()).isLessThan(1e-8);
    }

    @Test
    void aGradientTooSmallForDifferencesIsNotCalledWrong() {
        for (double z : new double[] {9, 11, 13, 15, 17, 20, 40}) {
            assertThat(vanishing(z, value -> value).passes()).as("z = %s", z).isTrue();
        }
    }
}
