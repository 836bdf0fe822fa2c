package handgrad.judge;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Batch;
import handgrad.engine.Parameters;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.Relu;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.testing.RandomCase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** What other checks let through: values that are not finite, small gradients, permuted ones; and kinks, which are right. */
class JudgeIsNotFooledTest {
    private static final Network SIGMOID =
            Network.dense(2, List.of(3), 1, new Sigmoid(), new Sigmoid(), new HalfSquaredError(), Reduction.MEAN);

    private static Judge judge(RandomCase random) {
        return new Judge(random.parameters(), random.batch(), DataType.DOUBLE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void oneEntryThatIsNotFiniteFails(double value) {
        var judge = judge(RandomCase.of(3));
        Parameters claim = judge.oracle().copy();
        claim.vector().putScalar(2, value);
        Judgement judgement = judge.judge(claim);
        assertThat(judgement.passes()).isFalse();
        assertThat(judgement.worst()).hasSize(1);
        assertThat(judgement.worst().get(0).address().toString()).startsWith("0_W[");
    }

    static Stream<RandomCase> randomNetworks() {
        return RandomCase.many(100);
    }

    @ParameterizedTest
    @MethodSource("randomNetworks")
    void anyEntryOffByAMillionthOfItsLayerFails(RandomCase random) {
        var judge = judge(random);
        double[] right = judge.oracle().toArray();
        for (var part : judge.judge(judge.oracle()).parts()) {
            double scale =
                    judge.oracle().weights(part.block().layer()).amaxNumber().doubleValue();
            double[] wrong = right.clone();
            wrong[part.block().offset()] += 1e-6 * scale;
            boolean passes = judge.judge(Parameters.of(random.parameters().network(), DataType.DOUBLE, wrong))
                    .passes();
            assertThat(passes).as(part.block().name()).isEqualTo(scale == 0);
        }
    }

    /** PyTorch's gradcheck passes zeros for these: every entry is below its absolute tolerance of 1e-5. */
    @Test
    void aSmallGradientReturnedAsZeroFails() {
        var theta = Parameters.of(SIGMOID, DataType.DOUBLE, new double[SIGMOID.size()]);
        var batch = new Batch(
                Nd4j.createFromArray(new double[][] {{0.3, 0.4}}),
                // sigmoid(0) = 0.5: the error, and with it every gradient, is of order 1e-7.
                Nd4j.createFromArray(new double[][] {{0.5000001}}));
        var judge = new Judge(theta, batch, DataType.DOUBLE);
        assertThat(judge.oracle().vector().amaxNumber().doubleValue()).isBetween(1e-9, 1e-6);
        assertThat(judge.judge(Parameters.zeros(SIGMOID, DataType.DOUBLE)).passes())
                .isFalse();
    }

    @Test
    void aPermutedGradientFails() {
        var random = RandomCase.of(12);
        var judge = judge(random);
        double[] permuted = judge.oracle().toArray();
        double kept = permuted[0];
        permuted[0] = permuted[1];
        permuted[1] = kept;
        assertThat(judge.judge(Parameters.of(random.parameters().network(), DataType.DOUBLE, permuted))
                        .passes())
                .isFalse();
    }

    /**
     * One relu neuron with z = w x + b = 0, y = 0 * v, t = 1, L = 1/2 (y - t)^2: dL/dw is -v x f'(0), and any slope from 0
     * to 1 is right, so anything from -v x to 0.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void anySlopeAtAKinkIsCalledAKinkAndNotWrong(double slope) {
        Judgement judgement = atKink(-2 * 3 * slope, -2 * slope);
        assertThat(judgement.passes()).isTrue();
        assertThat(judgement.parts().get(0).verdict())
                .isEqualTo(slope == 0 ? Judgement.Verdict.PASS : Judgement.Verdict.KINK);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1})
    void aSlopeOutsideZeroToOneIsWrongAtAKinkToo(double slope) {
        assertThat(atKink(-2 * 3 * slope, -2 * slope).passes()).isFalse();
    }

    /** x = 3, w = 0.5, b = -1.5, v = 2. */
    private static Judgement atKink(double dw, double db) {
        var network =
                Network.dense(1, List.of(1), 1, new Relu(), new Identity(), new HalfSquaredError(), Reduction.SUM);
        var theta = Parameters.of(network, DataType.DOUBLE, 0.5, -1.5, 2, 0);
        var batch = new Batch(Nd4j.createFromArray(new double[][] {{3}}), Nd4j.createFromArray(new double[][] {{1}}));
        var judge = new Judge(theta, batch, DataType.DOUBLE);
        assertThat(judge.atKink()).isTrue();
        // dL/dv = (y - t) a = 0 and dL/db^1 = y - t = -1 do not depend on the slope.
        return judge.judge(Parameters.of(network, DataType.DOUBLE, dw, db, 0, -1));
    }

    private static final Network RELU_XOR =
            Network.dense(2, List.of(6), 1, new Relu(), new Sigmoid(), new BinaryCrossEntropy(), Reduction.MEAN);

    /** With biases of zero the sample (0, 0) puts every relu at its kink, which touches no weight and every bias. */
    private static Judge reluXor(long seed) {
        double[] theta =
                new java.util.Random(seed).doubles(RELU_XOR.size(), -1, 1).toArray();
        Parameters point = Parameters.of(RELU_XOR, DataType.DOUBLE, theta);
        point.bias(0).assign(0);
        var batch = new Batch(
                Nd4j.createFromArray(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}),
                Nd4j.createFromArray(new double[][] {{0}, {1}, {1}, {0}}));
        return new Judge(point, batch, DataType.DOUBLE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aKinkDoesNotHideAMistake(long seed) {
        var judge = reluXor(seed);
        assertThat(judge.atKink()).isTrue();
        Parameters missing = judge.oracle().copy();
        missing.bias(0).assign(0);
        assertThat(judge.judge(missing).passes()).isFalse();
        Parameters flipped = judge.oracle().copy();
        flipped.bias(0).muli(-1);
        assertThat(judge.judge(flipped).passes()).isFalse();
    }

    /** All weights and biases zero: a weight's gradient cannot move while its bias's does not. */
    @Test
    void oneReluHasOneSlopeInAllItsEntries() {
        var point = Parameters.zeros(RELU_XOR, DataType.DOUBLE);
        var batch = new Batch(
                Nd4j.createFromArray(new double[][] {{0, 1}, {1, 1}}), Nd4j.createFromArray(new double[][] {{1}, {1}}));
        var judge = new Judge(point, batch, DataType.DOUBLE);
        Parameters claim = judge.oracle().copy();
        claim.weights(0).addi(0.1);
        assertThat(judge.judge(claim).passes()).isFalse();
    }
}
