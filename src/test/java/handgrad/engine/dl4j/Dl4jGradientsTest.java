package handgrad.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** DL4J's own gradients are right where they are, and mistakes are found, planted and its own. */
class Dl4jGradientsTest {
    private static final INDArray Z = Nd4j.create(new double[][] {{0.3, -0.7, 1.2}, {-1.1, 0.4, 0.9}});

    /** Forgets the factor {@code f'(z)}. */
    private static final class WithoutSlope extends ActivationTanH {
        private static final long serialVersionUID = 1;

        @Override
        public Pair<INDArray, INDArray> backprop(INDArray in, INDArray dA) {
            return new Pair<>(dA, null);
        }
    }

    @Test
    void activation() {
        assertThatCode(Dl4jGradients.assertThatBackprop(new ActivationTanH(), Z)::isRight)
                .doesNotThrowAnyException();
        assertThatThrownBy(Dl4jGradients.assertThatBackprop(new WithoutSlope(), Z)::isRight)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("6 of 6 entries of 'z'");
    }

    /** {@code ActivationELU} forgets alpha on the way back: below 0 its slope is {@code e^z} where it should be {@code alpha e^z}. */
    @Test
    void eluOfDl4jIsWrongBelowZero() {
        assertThatThrownBy(Dl4jGradients.assertThatBackprop(new ActivationELU(0.5), Z)::isRight)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("2 of 6 entries of 'z'");
    }

    @Test
    void loss() {
        INDArray labels = Nd4j.create(new double[][] {{0, 1, 0.5}, {1, 0, -0.5}});
        assertThatCode(Dl4jGradients.assertThatGradient(new LossMSE(), labels, Z, new ActivationIdentity())::isRight)
                .doesNotThrowAnyException();
        assertThatThrownBy(Dl4jGradients.assertThatGradient(new LossMSE(), labels, Z, new WithoutSlope())::isRight)
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void layer() {
        assertThatCode(Dl4jGradients.assertThatBackprop(dense(new ActivationTanH()), Z)::isRight)
                .doesNotThrowAnyException();
        assertThatThrownBy(Dl4jGradients.assertThatBackprop(dense(new WithoutSlope()), Z)::isRight)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("entries of 'W'");
    }

    private static org.deeplearning4j.nn.api.Layer dense(ActivationTanH f) {
        var network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.DOUBLE)
                .list(
                        new DenseLayer.Builder().nIn(3).nOut(2).activation(f).build(),
                        new OutputLayer.Builder(new LossMSE())
                                .nIn(2)
                                .nOut(1)
                                .activation(Activation.IDENTITY)
                                .build())
                .build());
        network.init();
        network.initGradientsView();
        return network.getLayer(0);
    }

    @Test
    void graph() {
        SameDiff graph = SameDiff.create();
        var w = graph.var("w", Nd4j.create(new double[][] {{0.3, -0.2}, {0.1, 0.4}, {0.5, -0.6}}));
        var x = graph.constant("x", Z);
        graph.math.tanh(x.mmul(w)).sum("loss");
        assertThatCode(Dl4jGradients.assertThatGradient(graph, "loss", "w")::isRight)
                .doesNotThrowAnyException();
    }
}
