package handgrad.engine.dl4j;

import handgrad.InputException;
import handgrad.engine.Descent;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.Trained;
import handgrad.network.layer.Dense;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

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
        for (int l = 0; l < network.depth(); l++) {
            list.layer(layer(network, l, type, descent));
        }
        return list.build();
    }

    /** A dense layer; the last one carries the loss. */
    private static org.deeplearning4j.nn.conf.layers.Layer layer(
            Network network, int l, DataType type, Descent descent) {
        if (!(network.layer(l) instanceof Dense dense)) {
            throw new InputException("no counterpart in DL4J for a layer '%s'"
                    .formatted(network.layer(l).kind()));
        }
        boolean output = l == network.depth() - 1;
        FeedForwardLayer.Builder<?> builder = output
                ? new OutputLayer.Builder(network.loss().counterpart(dense.nOut(), type)).hasBias(dense.hasBias())
                : new DenseLayer.Builder().hasBias(dense.hasBias());
        builder.nIn(dense.nIn()).nOut(dense.nOut());
        builder.activation(dense.activation().counterpart());
        // Set for the network as a whole, DL4J takes it off twice.
        builder.weightDecay(descent.rule().decay(), true);
        return builder.build();
    }

    private static IUpdater biasUpdater(Descent descent, Trained trained) {
        return switch (trained) {
            case ALL -> updater(descent);
            case WEIGHTS -> new Sgd(0);
        };
    }

    private static IUpdater updater(Descent descent) {
        return descent.rule().counterpart(descent.learningRate());
    }
}
