package handgrad.show.page;

import handgrad.lab.result.Run;
import handgrad.network.Network;
import handgrad.train.Settings;
import org.nd4j.linalg.api.buffer.DataType;

/** What an engine is made of, in a few words. */
final class EngineText {
    private EngineText() {}

    static String madeOf(String engine) {
        return switch (engine) {
            case "hand" -> "ND4J arrays, backpropagation by hand";
            case "dl4j" -> "DL4J's MultiLayerNetwork";
            case "scalar" -> "plain Java, neuron by neuron";
            case Run.OWN -> "a gradient of its own, outputs of hand";
            default -> engine;
        };
    }

    /** How the loss is computed. */
    static String loss(String engine, Network network, Settings settings) {
        boolean single = settings.dataType() == DataType.FLOAT;
        boolean dl4j = engine.equals("dl4j");
        return switch (network.loss()) {
            case HALF_SQUARED_ERROR -> dl4j ? "LossL2, weights 1/2" : "1/2 sum (y - t)^2";
            case MEAN_SQUARED_ERROR -> dl4j ? "LossMSE" : "mean of (y - t)^2";
            case BINARY_CROSS_ENTROPY ->
                dl4j ? "LossBinaryXENT, clipped at " + (single ? "6.0e-08" : "1.1e-16") : "from z, softplus";
            case CROSS_ENTROPY -> dl4j ? "LossMCXENT, clipped at the smallest number" : "from z, log-sum-exp";
        };
    }
}
