package handgrad.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.engine.Parameters;
import handgrad.engine.Rows;
import handgrad.judge.oracle.CentralDifferences;
import handgrad.network.function.rule.Momentum;
import handgrad.testing.ReferenceCase;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.deeplearning4j.exception.DL4JInvalidConfigException;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossL2;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** What DL4J itself does, which the engine has to know: a surprise each, on networks made without the engine. */
class ConventionsTest {
    /** A single layer of zeros. */
    private static MultiLayerNetwork layer(
            ILossFunction loss, Activation activation, boolean miniBatch, int nIn, int nOut) {
        var net = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .updater(new Sgd(0.1))
                .miniBatch(miniBatch)
                .list()
                .layer(new OutputLayer.Builder(loss)
                        .nIn(nIn)
                        .nOut(nOut)
                        .activation(activation)
                        .build())
                .build());
        net.init();
        net.params().assign(0);
        return net;
    }

    private static double[] gradient(MultiLayerNetwork net, double[][] x, double[][] t) {
        net.setInput(Nd4j.createFromArray(x));
        net.setLabels(Nd4j.createFromArray(t));
        net.computeGradientAndScore();
        return net.gradient().gradient().toDoubleVector();
    }

    private static final double[][] THREE = {{1}, {2}, {3}};
    private static final double[][] ONES = {{1}, {1}, {1}};

    /** y = 0, t = 1, x = 1, 2, 3, squared error: dL/dw = sum 2 (y - t) x = -12, dL/db = -6; the mean would be -4, -2. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void gradientHoldsTheSumOverTheBatchWhateverMiniBatchSays(boolean miniBatch) {
        var net = layer(new LossMSE(), Activation.IDENTITY, miniBatch, 1, 1);
        assertThat(gradient(net, THREE, ONES)).containsExactly(-12, -6);
    }

    /** The same three samples have a loss of 1 each: mean 1, sum 3. A step of 0.1 goes 0.1 * 4 or 0.1 * 12. */
    @Test
    void scoreAndStepFollowMiniBatch() {
        var mean = layer(new LossMSE(), Activation.IDENTITY, true, 1, 1);
        var sum = layer(new LossMSE(), Activation.IDENTITY, false, 1, 1);
        gradient(mean, THREE, ONES);
        gradient(sum, THREE, ONES);
        assertThat(mean.score()).isEqualTo(1);
        assertThat(sum.score()).isEqualTo(3);
        mean.fit(Nd4j.createFromArray(THREE), Nd4j.createFromArray(ONES));
        sum.fit(Nd4j.createFromArray(THREE), Nd4j.createFromArray(ONES));
        assertThat(mean.params().getDouble(0)).isCloseTo(0.4, Offset.offset(1e-15));
        assertThat(sum.params().getDouble(0)).isCloseTo(1.2, Offset.offset(1e-15));
    }

    /** y = (0, 0), t = (1, 2): 1 + 4 = 5 and slope 2 (y - t); divided by two outputs 2.5 and y - t. */
    @Test
    void meanSquaredErrorIsL2OverTheOutputsAndNeitherHasAHalf() {
        double[][] x = {{1}};
        double[][] t = {{1, 2}};
        var l2 = layer(new LossL2(), Activation.IDENTITY, true, 1, 2);
        assertThat(gradient(l2, x, t)).containsExactly(-2, -4, -2, -4);
        assertThat(l2.score()).isEqualTo(5);
        var mse = layer(new LossMSE(), Activation.IDENTITY, true, 1, 2);
        assertThat(gradient(mse, x, t)).containsExactly(-1, -2, -1, -2);
        assertThat(mse.score()).isEqualTo(2.5);
    }

    /** z = 400, t = 0: the loss ln(1 + e^z) is 400 and its slope 1. With y clipped to 1 - 1e-5 it is -ln 1e-5. */
    @Test
    void binaryCrossEntropySticksAtItsClip() {
        var net = layer(new LossBinaryXENT(), Activation.SIGMOID, true, 1, 1);
        net.params().putScalar(1, 400);
        double[] found = gradient(net, new double[][] {{1}}, new double[][] {{0}});
        assertThat(net.score()).isCloseTo(-Math.log(1e-5), Offset.offset(1e-9)).isBetween(11.51, 11.52);
        assertThat(found).as("the slope is lost").containsOnly(0);
    }

    /** XOR with weights x 400: outputs are surely wrong, central differences see a slope, DL4J's is nothing. */
    @Test
    void withSaturatedOutputsOnXorTheGradientVanishes() {
        var xor = ReferenceCase.named("xor-binary-cross-entropy-mean");
        Parameters theta = Parameters.over(
                xor.parameters().network(), xor.parameters().vector().mul(400));
        var net = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(2)
                        .nOut(theta.network().layer(0).nOut())
                        .activation(Activation.SIGMOID)
                        .build())
                .layer(new OutputLayer.Builder(new LossBinaryXENT())
                        .nIn(theta.network().layer(0).nOut())
                        .nOut(1)
                        .activation(Activation.SIGMOID)
                        .build())
                .build());
        net.init();
        net.params().assign(theta.vector());
        double[] dl4j =
                gradient(net, Rows.of(xor.batch().x()), Rows.of(xor.batch().y()));
        double[] truth =
                CentralDifferences.gradient(theta.point(), xor.samples()).values();
        assertThat(Arrays.stream(dl4j).map(Math::abs).max().orElseThrow()).isLessThan(1e-100);
        assertThat(Arrays.stream(truth).map(Math::abs).max().orElseThrow()).isGreaterThan(0.1);
    }

    /** y = 1 exactly: the slope (y - t) / (y (1 - y)) is divided by 0, and with t = 1 the loss has a 0 ln 0. */
    @Test
    void withoutAnyClipItIsNotANumber() {
        var net = layer(new LossBinaryXENT(0), Activation.SIGMOID, true, 1, 1);
        net.params().putScalar(1, 400);
        assertThat(gradient(net, new double[][] {{1}}, new double[][] {{1}})).containsOnly(Double.NaN);
        assertThat(net.score()).isNaN();
    }

    /** Counting up from 0 in a 2-3-1 network: entry (i, j) of W1 is i + 2 j, then 3 biases, then W2, then b2. */
    @Test
    void parametersFlattenLayerByLayerWeightsByColumnThenTheBias() {
        var net = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .list()
                .layer(new DenseLayer.Builder().nIn(2).nOut(3).build())
                .layer(new OutputLayer.Builder(new LossMSE())
                        .nIn(3)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
        net.init();
        net.params().assign(Nd4j.arange(13).castTo(DataType.DOUBLE));
        assertThat(net.paramTable().keySet()).containsExactly("0_W", "0_b", "1_W", "1_b");
        assertThat(Rows.of(net.getParam("0_W"))).isDeepEqualTo(new double[][] {{0, 2, 4}, {1, 3, 5}});
        assertThat(net.getParam("0_b").rank()).isEqualTo(1);
        assertThat(net.getParam("0_b").toDoubleVector()).containsExactly(6, 7, 8);
        assertThat(Rows.of(net.getParam("1_W"))).isDeepEqualTo(new double[][] {{9}, {10}, {11}});
        assertThat(net.getParam("1_b").toDoubleVector()).containsExactly(12);
    }

    @Test
    void theDefaultDataTypeIsSingle() {
        var net = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .list()
                .layer(new OutputLayer.Builder(new LossMSE())
                        .nIn(1)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
        net.init();
        assertThat(net.params().dataType()).isEqualTo(DataType.FLOAT);
        assertThat(Nd4j.dataType()).isEqualTo(DataType.FLOAT);
    }

    @Test
    void softmaxOverOneOutputIsRefused() {
        assertThatThrownBy(() -> layer(new LossMCXENT(), Activation.SOFTMAX, true, 1, 1))
                .isInstanceOf(DL4JInvalidConfigException.class)
                .hasMessageContaining("Softmax + nOut=1");
    }

    /** Even odds, t = (1, 1): L = -ln y_0 - ln y_1 is at its minimum, slope 0. DL4J's is y - t = -1/2 all the same. */
    @Test
    void crossEntropyTakesTargetsToAddUpToOne() {
        var net = layer(new LossMCXENT(), Activation.SOFTMAX, true, 1, 2);
        double[] found = gradient(net, new double[][] {{1}}, new double[][] {{1, 1}});
        assertThat(found).containsExactly(new double[] {-0.5, -0.5, -0.5, -0.5}, Offset.offset(1e-15));
    }

    /**
     * z = (-40, 0), t = (1, 0): L = ln(1 + e^40) = 40, and the gradient y - t = (-1, 1). DL4J clips y at 1e-10 in its score,
     * which sticks at -ln 1e-10 = 23.03, and not in its gradient, which is right.
     */
    @Test
    void crossEntropyClipsItsScoreAndNotItsGradient() {
        var net = layer(new LossMCXENT(), Activation.SOFTMAX, true, 1, 2);
        net.setParams(Nd4j.createFromArray(-40.0, 0, 0, 0));
        double[] found = gradient(net, new double[][] {{1}}, new double[][] {{1, 0}});
        assertThat(net.score()).isCloseTo(-Math.log(1e-10), Offset.offset(1e-9));
        assertThat(found).containsExactly(new double[] {-1, 1, -1, 1}, Offset.offset(1e-15));
    }

    /**
     * One step of 0.1 from w = 2, b = 0 with lambda = 1/2, y = 2, 4, 6: the gradient is sum 2 (y - t) x = 44 and 18, over n
     * 14.67 and 6. L2 adds lambda w = 1 to the weight's after the division, and lambda/2 w^2 = 1 to the score.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void l2IsAddedAfterTheDivisionToWeightsAndToTheScore(boolean miniBatch) {
        var net = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .updater(new Sgd(0.1))
                .miniBatch(miniBatch)
                .l2(0.5)
                .list()
                .layer(new OutputLayer.Builder(new LossMSE())
                        .nIn(1)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
        net.init();
        net.setParams(Nd4j.createFromArray(2.0, 0));
        double n = miniBatch ? 3 : 1;
        assertThat(gradient(net, THREE, ONES)).as("without L2").containsExactly(44, 18);
        assertThat(net.score()).isCloseTo((1 + 9 + 25) / n + 1, Offset.offset(1e-14));
        assertThat(net.calcRegularizationScore(true)).isEqualTo(1);
        net.fit(Nd4j.createFromArray(THREE), Nd4j.createFromArray(ONES));
        assertThat(net.params().getDouble(0)).isCloseTo(2 - 0.1 * (44 / n + 1), Offset.offset(1e-14));
        assertThat(net.params().getDouble(1)).as("a bias has no part in it").isCloseTo(-1.8 / n, Offset.offset(1e-14));
    }

    /** What an updater makes of gradients, one after the other; the state behind it is left in {@code state}. */
    private static double[] updates(IUpdater updater, INDArray state, double... gradients) {
        var applied = updater.instantiate(state, true);
        double[] updates = new double[gradients.length];
        for (int k = 0; k < gradients.length; k++) {
            INDArray gradient = Nd4j.valueArrayOf(new long[] {1, 1}, gradients[k], state.dataType());
            applied.applyUpdater(gradient, k, 0);
            updates[k] = gradient.getDouble(0);
        }
        return updates;
    }

    /** g = 1, 1: v = 0.1, 0.19; heavy ball steps v, Nesterov 0.9 v + 0.1 g = 0.19, 0.271. DL4J keeps -v. */
    @Test
    void nesterovsKeepsTheVelocityOfTheHeavyBall() {
        INDArray state = Nd4j.zeros(DataType.DOUBLE, 1, 1);
        double[] nesterov = updates(new Nesterovs(0.1, 0.9), state, 1, 1);
        assertThat(nesterov).containsExactly(new double[] {0.19, 0.271}, Offset.offset(1e-15));
        assertThat(state.getDouble(0)).isCloseTo(-0.19, Offset.offset(1e-15));
        double[] ball = updates(new Momentum().counterpart(0.1), state.assign(0), 1, 1);
        assertThat(ball).containsExactly(new double[] {0.1, 0.19}, Offset.offset(1e-15));
    }

    @Test
    void theOnlyNumberOfNesterovsIsItsMomentum() {
        assertThat(new Nesterovs(0.3).getMomentum()).isEqualTo(0.3);
        assertThat(new Nesterovs(0.3).getLearningRate()).isEqualTo(0.1);
        assertThat(new Adam(0.3).getLearningRate()).isEqualTo(0.3);
        assertThat(new Sgd(0.3).getLearningRate()).isEqualTo(0.3);
    }

    /**
     * g = 2e-8: m = 2e-9, sqrt(v) = sqrt(0.001) 2e-8 = 6.3e-10. With 1e-8 added to that, the step of 0.1 becomes
     * 0.1 * 0.316 * 2e-9 / 1.06e-8 = 0.00595; with the bias corrected first, 0.1 * 2e-8 / 3e-8 = 0.0667.
     */
    @Test
    void adamAddsEpsilonBeforeItCorrectsTheBias() {
        double root = Math.sqrt(0.001);
        double[] found = updates(new Adam(0.1), Nd4j.zeros(DataType.DOUBLE, 1, 2), 2e-8);
        assertThat(found[0])
                .isCloseTo(root * 2e-9 / (root * 2e-8 + 1e-8), Offset.offset(1e-15))
                .isBetween(0.0059, 0.0060);
    }

    /** 1 - 0.999 is 0.001 to twelve digits in double precision; 1 - 0.999f is 0.00099998713. */
    @Test
    void adamRoundsItsConstantsToTheTypeOfTheNetwork() {
        INDArray state = Nd4j.zeros(DataType.FLOAT, 1, 2);
        updates(new Adam(0.1), state, 1);
        assertThat(state.getDouble(1)).isEqualTo(1 - 0.999f).isCloseTo(0.00099998713, Offset.offset(1e-11));
    }
}
