package handgrad.lab;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Batch;
import handgrad.engine.Engine;
import handgrad.engine.LossGradient;
import handgrad.engine.Parameters;
import handgrad.engine.dl4j.Dl4jEngine;
import handgrad.engine.hand.HandEngine;
import handgrad.lab.result.GradientsAtStart;
import handgrad.lab.result.GradientsAtStart.Check;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.Tanh;
import handgrad.network.function.loss.HalfSquaredError;
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
class StartCheckTest {
    private static final ReferenceCase XOR = ReferenceCase.named("xor-binary-cross-entropy-mean");

    /** The hand-written engine with one entry of its gradient changed, on batches of a size. */
    private record Mistaken(Engine engine, int index, DoubleUnaryOperator change, int least) implements Engine {
        Mistaken(Engine engine, int index, DoubleUnaryOperator change) {
            this(engine, index, change, 1);
        }

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
            if (batch.n() >= least) {
                vector.putScalar(index, change.applyAsDouble(vector.getDouble(index)));
            }
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

    private static GradientsAtStart check(Batch batch, Engine... engines) {
        return new StartCheck(List.of(engines), batch, batch.first(16)).made();
    }

    @ParameterizedTest
    @MethodSource("randomNetworks")
    void bothEnginesPass(RandomCase random) {
        var gradients = check(
                random.batch(), new HandEngine(random.parameters(), 0.1), new Dl4jEngine(random.parameters(), 0.1));
        assertThat(gradients.passes()).as("%s", gradients).isTrue();
        assertThat(gradients.parameters())
                .isEqualTo(random.parameters().network().size());
        assertThat(gradients.samples()).isEqualTo(random.batch().n());
        assertThat(gradients.judgedSamples())
                .isEqualTo(Math.min(16, random.batch().n()));
    }

    @Test
    void everyEngineIsComparedWithTheFirstAndWithTheOracle() {
        var gradients =
                check(XOR.batch(), new HandEngine(XOR.parameters(), 0.1), new Dl4jEngine(XOR.parameters(), 0.1));
        assertThat(gradients.all())
                .extracting(check -> check.left() + ", " + check.right())
                .containsExactly("hand, dl4j", "hand, forward mode", "dl4j, forward mode");
    }

    /** Each of the numbers in turn, with its sign flipped, a millionth too large, lost, or not a number. */
    @Test
    void aMistakeInAnyOneNumberIsFoundAndNamed() {
        List<DoubleUnaryOperator> mistakes =
                List.of(value -> -value, value -> value * 1.000001, value -> 0, value -> Double.NaN);
        for (Block block : XOR.parameters().network().blocks()) {
            for (int index = block.offset(); index < block.end(); index++) {
                for (DoubleUnaryOperator mistake : mistakes) {
                    var hand = new HandEngine(XOR.parameters(), 0.1);
                    var gradients = check(XOR.batch(), new Mistaken(hand, index, mistake), hand);
                    assertThat(gradients.passes()).isFalse();
                    assertThat(gradients.all()).extracting(Check::passes).containsExactly(false, false, true);
                    String address = block.address(index).toString();
                    assertThat(gradients.all().subList(0, 2))
                            .allSatisfy(
                                    check -> assertThat(check.worst().address()).hasToString(address));
                }
            }
        }
    }

    /** One engine alone is still checked: the oracle needs no partner. */
    @Test
    void theOracleFindsTheMistakeOfASingleEngine() {
        var mistaken = new Mistaken(new HandEngine(XOR.parameters(), 0.1), 3, value -> value + 0.001);
        var gradients = check(XOR.batch(), mistaken);
        assertThat(gradients.passes()).isFalse();
        var worst = gradients.judged().get(0).worst();
        assertThat(worst.left() - worst.right()).isBetween(0.00099, 0.00101);
    }

    /** Where DL4J clips a saturated output it is the one that is wrong, and the check says so. */
    @Test
    void theOracleDecidesWhichOfTwoIsRight() {
        var saturated = ReferenceCase.named("saturated-cross-entropy");
        var gradients = check(
                saturated.batch(),
                new HandEngine(saturated.parameters(), 0.1),
                new Dl4jEngine(saturated.parameters(), 0.1));
        assertThat(gradients.all()).extracting(Check::passes).containsExactly(false, true, false);
    }

    /** Where the few samples do not tell who is wrong, all of them do. */
    @Test
    void enginesThatPartOnOtherSamplesAreJudgedOnAll() {
        var hand = new HandEngine(XOR.parameters(), 0.1);
        var mistaken = new Mistaken(hand, 3, value -> value + 0.001, XOR.batch().n());
        var gradients =
                new StartCheck(List.of(hand, mistaken), XOR.batch(), XOR.batch().first(2)).made();
        assertThat(gradients.judgedSamples()).isEqualTo(XOR.batch().n());
        assertThat(gradients.all()).extracting(Check::passes).containsExactly(false, true, false);
    }

    @Test
    void singlePrecisionPassesItsOwnTolerance() {
        Parameters single = Parameters.zeros(XOR.parameters().network(), DataType.FLOAT);
        single.assign(XOR.parameters());
        var gradients =
                check(XOR.batch().castTo(DataType.FLOAT), new HandEngine(single, 0.1), new Dl4jEngine(single, 0.1));
        assertThat(gradients.passes()).isTrue();
        assertThat(gradients.judged().get(0).relative())
                .as("which is not double's")
                .isGreaterThan(1e-9);
    }

    /**
     * 1-1-1, tanh then identity, with a hidden neuron close to its limit: z = 11 leaves a slope of 1 - tanh(11)^2, about 4
     * e^-22 = 1.1e-9, for the first layer. The second layer's is 1.
     */
    private static GradientsAtStart vanishing(double z, DoubleUnaryOperator mistake) {
        var network =
                Network.dense(1, List.of(1), 1, new Tanh(), new Identity(), new HalfSquaredError(), Reduction.SUM);
        var hand = new HandEngine(Parameters.of(network, DataType.DOUBLE, z, 0, 1, 0), 0.1);
        var batch = new Batch(Nd4j.ones(DataType.DOUBLE, 1, 1), Nd4j.zeros(DataType.DOUBLE, 1, 1));
        return check(batch, new Mistaken(hand, 2, mistake));
    }

    @Test
    void aLayerWithoutGradientHidesNoMistakeInAnother() {
        var gradients = vanishing(11, value -> -value);
        assertThat(gradients.passes()).isFalse();
        assertThat(gradients.judged().get(0).worst().address()).hasToString("W2[0,0]");
        assertThat(gradients.judged().get(0).tolerance()).isLessThan(1e-8);
    }

    @Test
    void aGradientThatNearlyVanishesIsNotCalledWrong() {
        for (double z : new double[] {9, 11, 13, 15, 17, 20, 40}) {
            assertThat(vanishing(z, value -> value).passes()).as("z = %s", z).isTrue();
        }
    }
}
