package handgrad.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.network.Parameters;
import handgrad.network.Rows;
import handgrad.testing.ReferenceCase;
import handgrad.verify.CentralDifferences;
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
import org.nd4j.linalg.factory.Nd4j;
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
        double[] truth = CentralDifferences.gradient(theta, xor.batch()).toArray();
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

    /** Counting up from 0 in a 2-3-1 network: entry (i, j) of W^0 is i + 2 j, then 3 biases, then W^1, then b^1. */
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
}
