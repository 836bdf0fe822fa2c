package handgrad.engine.dl4j;

import handgrad.engine.Descent;
import handgrad.network.Activation;
import handgrad.network.Layer;
import handgrad.network.Loss;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.Trained;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
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

/** A network in DL4J's words. */
final class Configurations {
    private Configurations() {}

    /**
     * {@code miniBatch(true)} makes DL4J's updater and score divide by the batch size. {@code l2} is that of weights; biases
     * have their own in DL4J, 0 where it is not set.
     */
    static MultiLayerConfiguration of(Network network, DataType type, Descent descent, Trained trained) {
        var list = new NeuralNetConfiguration.Builder()
                .dataType(type)
                .updater(updater(descent))
                .biasUpdater(biasUpdater(descent, trained))
                .l2(descent.l2())
                .miniBatch(network.reduction() == Reduction.MEAN)
                .list();
        for (int l = 0; l < network.depth() - 1; l++) {
            Layer layer = network.layer(l);
            list.layer(new DenseLayer.Builder()
                    .nIn(layer.nIn())
                    .nOut(layer.nOut())
                    .activation(activation(layer.activation()))
                    .build());
        }
        Layer output = network.outputLayer();
        return list.layer(new OutputLayer.Builder(loss(network.loss(), output.nOut(), type))
                        .nIn(output.nIn())
                        .nOut(output.nOut())
                        .activation(activation(output.activation()))
                        .build())
                .build();
    }

    private static IUpdater biasUpdater(Descent descent, Trained trained) {
        return switch (trained) {
            case ALL -> updater(descent);
            case WEIGHTS -> new Sgd(0);
        };
    }

    private static IUpdater updater(Descent descent) {
        double rate = descent.learningRate();
        return switch (descent.rule()) {
            case SGD -> new Sgd(rate);
            case MOMENTUM -> new HeavyBall(new Nesterovs(rate, Descent.MOMENTUM));
            case NESTEROV -> new Nesterovs(rate, Descent.MOMENTUM);
            case ADAM -> new Adam(rate, Descent.BETA1, Descent.BETA2, Descent.EPSILON);
        };
    }

    private static IActivation activation(Activation activation) {
        return switch (activation) {
            case SIGMOID -> new ActivationSigmoid();
            case TANH -> new ActivationTanH();
            case RELU -> new ActivationReLU();
            case IDENTITY -> new ActivationIdentity();
            case SOFTMAX -> new ActivationSoftmax();
        };
    }

    /** {@code LossL2} has no 1/2 of its own: weights of 1/2 for each output put it in. */
    private static ILossFunction loss(Loss loss, int nOut, DataType type) {
        return switch (loss) {
            case HALF_SQUARED_ERROR -> new LossL2(Nd4j.valueArrayOf(new long[] {1, nOut}, 0.5, type));
            case MEAN_SQUARED_ERROR -> new LossMSE();
            case BINARY_CROSS_ENTROPY -> new LossBinaryXENT(smallestClip(type));
            case CROSS_ENTROPY -> new LossMCXENT(smallestNormal(type), null);
        };
    }

    /**
     * {@code LossBinaryXENT} clips its outputs to {@code [c, 1 - c]}, by default with {@code c = 1e-5}, and so computes
     * another function wherever the network is surer than that. This is the smallest {@code c} for which {@code 1 - c} is
     * not 1; with none at all the gradient is NaN wherever an output has rounded to 0 or 1.
     */
    private static double smallestClip(DataType type) {
        return (type == DataType.FLOAT ? Math.ulp(1f) : Math.ulp(1.0)) / 2;
    }

    /** {@code LossMCXENT} clips in its score, not in its gradient; the smallest threshold above zero keeps ln 0 out. */
    private static double smallestNormal(DataType type) {
        return type == DataType.FLOAT ? Float.MIN_NORMAL : Double.MIN_NORMAL;
    }
}
