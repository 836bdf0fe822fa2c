package handgrad.judge;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.Relu;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.loss.AbsoluteError;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.testing.RandomCase;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other checks let through: values that are not finite, small gradients, permuted ones; and kinks, which are right. */
class JudgeIsNotFooledTest {
    private static final Network SIGMOID =
            Network.dense(2, List.of(3), 1, new Sigmoid(), new Sigmoid(), new HalfSquaredError(), Reduction.MEAN);

    private static Judge judge(RandomCase random) {
        return new Judge(random.point(), random.samples(), Precision.DOUBLE);
    }

    /** The oracle's numbers, a copy. */
    private static double[] right(Judge judge) {
        return judge.oracle().values().clone();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void oneEntryThatIsNotFiniteFails(double value) {
        var judge = judge(RandomCase.of(3));
        double[] claim = right(judge);
        claim[2] = value;
        Judgement judgement = judge.judge(new Point(judge.oracle().network(), claim));
        assertThat(judgement.passes()).isFalse();
        assertThat(judgement.worst()).hasSize(1);
        assertThat(judgement.worst().get(0).address().toString()).startsWith("W1[");
    }

    static Stream<RandomCase> randomNetworks() {
        return RandomCase.many(100);
    }

    @ParameterizedTest
    @MethodSource("randomNetworks")
    void anyEntryOffByAMillionthOfItsLayerFails(RandomCase random) {
        var judge = judge(random);
        double[] right = right(judge);
        for (var part : judge.judge(judge.oracle()).parts()) {
            Network network = judge.oracle().network();
            double scale = network.blocks(part.block().layer()).stream()
                    .flatMapToDouble(block -> Arrays.stream(judge.oracle().values(block)))
                    .map(Math::abs)
                    .max()
                    .orElseThrow();
            double[] wrong = right.clone();
            wrong[part.block().offset()] += 1e-6 * scale;
            boolean passes = judge.judge(new Point(network, wrong)).passes();
            assertThat(passes).as(part.block().symbol()).isEqualTo(scale == 0);
        }
    }

    /** PyTorch's gradcheck passes zeros for these: every entry is below its absolute tolerance of 1e-5. */
    @Test
    void aSmallGradientReturnedAsZeroFails() {
        var zeros = new Point(SIGMOID, new double[SIGMOID.size()]);
        // sigmoid(0) = 0.5: the error, and with it every gradient, is of order 1e-7.
        var samples = new Samples(new double[][] {{0.3, 0.4}}, new double[][] {{0.5000001}});
        var judge = new Judge(zeros, samples, Precision.DOUBLE);
        assertThat(Arrays.stream(right(judge)).map(Math::abs).max().orElseThrow())
                .isBetween(1e-9, 1e-6);
        assertThat(judge.judge(zeros).passes()).isFalse();
    }

    @Test
    void aPermutedGradientFails() {
        var random = RandomCase.of(12);
        var judge = judge(random);
        double[] permuted = right(judge);
        double kept = permuted[0];
        permuted[0] = permuted[1];
        permuted[1] = kept;
        assertThat(judge.judge(new Point(judge.oracle().network(), permuted)).passes())
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
        var theta = new Point(network, new double[] {0.5, -1.5, 2, 0});
        var samples = new Samples(new double[][] {{3}}, new double[][] {{1}});
        var judge = new Judge(theta, samples, Precision.DOUBLE);
        assertThat(judge.atKink()).isTrue();
        // dL/dv = (y - t) a = 0 and dL/db^1 = y - t = -1 do not depend on the slope.
        return judge.judge(new Point(network, new double[] {dw, db, 0, -1}));
    }

    /**
     * Two samples of y = 2 relu(w x + b), w = 1, b = 0, with L = |y - t|. At x = 0 the relu stands at its kink, and programs take
     * the slope 0; at x = 1 the loss does, and they take the mean of -1 and 1. What is left is the first sample's
     * dL/db^1 = -1.
     */
    @Test
    void aFunctionAndALossMayTakeDifferentSidesOfTheirKinks() {
        var network = Network.dense(1, List.of(1), 1, new Relu(), new Identity(), new AbsoluteError(), Reduction.SUM);
        var theta = new Point(network, new double[] {1, 0, 2, 0});
        var samples = new Samples(new double[][] {{0}, {1}}, new double[][] {{5}, {2}});
        var judge = new Judge(theta, samples, Precision.DOUBLE);
        Judgement judgement = judge.judge(new Point(network, new double[] {0, 0, 0, -1}));
        assertThat(judgement.passes()).isTrue();
        assertThat(judgement.parts().get(0).verdict()).isEqualTo(Judgement.Verdict.KINK);
        assertThat(judge.judge(new Point(network, new double[] {0, 1, 0, -1})).passes())
                .isFalse();
    }

    private static final Network RELU_XOR =
            Network.dense(2, List.of(6), 1, new Relu(), new Sigmoid(), new BinaryCrossEntropy(), Reduction.MEAN);

    /** The same with the bias of layer 0 changed. */
    private static Point withFirstBias(Point point, DoubleUnaryOperator change) {
        return changed(point, point.network().blocks(0).get(1), change);
    }

    private static Point changed(Point point, Block block, DoubleUnaryOperator change) {
        double[] values = point.values().clone();
        for (int i = block.offset(); i < block.end(); i++) {
            values[i] = change.applyAsDouble(values[i]);
        }
        return new Point(point.network(), values);
    }

    /** With biases of zero the sample (0, 0) puts every relu at its kink, which touches no weight and every bias. */
    private static Judge reluXor(long seed) {
        double[] theta =
                new java.util.Random(seed).doubles(RELU_XOR.size(), -1, 1).toArray();
        var samples = new Samples(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[][] {{0}, {1}, {1}, {0}});
        return new Judge(withFirstBias(new Point(RELU_XOR, theta), b -> 0), samples, Precision.DOUBLE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aKinkDoesNotHideAMistake(long seed) {
        var judge = reluXor(seed);
        assertThat(judge.atKink()).isTrue();
        Point missing = withFirstBias(judge.oracle(), b -> 0);
        assertThat(judge.judge(missing).passes()).isFalse();
        Point flipped = withFirstBias(judge.oracle(), b -> -b);
        assertThat(judge.judge(flipped).passes()).isFalse();
    }

    /** All weights and biases zero: a weight's gradient cannot move while its bias's does not. */
    @Test
    void oneReluHasOneSlopeInAllItsEntries() {
        var point = new Point(RELU_XOR, new double[RELU_XOR.size()]);
        var samples = new Samples(new double[][] {{0, 1}, {1, 1}}, new double[][] {{1}, {1}});
        var judge = new Judge(point, samples, Precision.DOUBLE);
        Point claim = changed(judge.oracle(), RELU_XOR.blocks().get(0), w -> w + 0.1);
        assertThat(judge.judge(claim).passes()).isFalse();
    }
}
