package handgrad.lab;

import handgrad.Named;
import handgrad.engine.Descent;
import handgrad.engine.Engine;
import handgrad.engine.dl4j.Dl4jEngine;
import handgrad.engine.hand.Form;
import handgrad.engine.hand.HandEngine;
import handgrad.engine.scalar.ScalarEngine;
import handgrad.lab.result.Participant;
import handgrad.network.Loss;
import handgrad.network.Parameters;
import handgrad.network.Trained;
import org.nd4j.linalg.api.buffer.DataType;

/** The engines that can be put side by side; the first chosen is the one that the others are compared with. */
public enum EngineKind implements Named {
    /** Backpropagation by hand on ND4J arrays, in the fast form. */
    HAND("hand", "ND4J arrays, backpropagation by hand"),
    /** The same chain rule over ND4J's own operations. */
    READABLE("readable", "ND4J's own operations, backpropagation by hand"),
    /** DL4J's {@code MultiLayerNetwork}. */
    DL4J("dl4j", "DL4J's MultiLayerNetwork"),
    /** Neuron by neuron in plain Java. */
    SCALAR("scalar", "plain Java, neuron by neuron");

    private final String id;
    private final String madeOf;

    EngineKind(String id, String madeOf) {
        this.id = id;
        this.madeOf = madeOf;
    }

    @Override
    public String id() {
        return id;
    }

    /** An engine that starts from a copy of the given parameters. */
    public Engine create(Parameters start, Descent descent, Trained trained) {
        return switch (this) {
            case HAND -> new HandEngine(start, descent, trained, Form.FAST);
            case READABLE -> new HandEngine(start, descent, trained, Form.READABLE);
            case DL4J -> new Dl4jEngine(start, descent, trained);
            case SCALAR -> new ScalarEngine(start, descent, trained);
        };
    }

    /** What a reader is told of it. */
    Participant participant(Loss loss, DataType precision) {
        return new Participant(id, madeOf, this == DL4J ? dl4jLoss(loss, precision) : ownLoss(loss));
    }

    private static String dl4jLoss(Loss loss, DataType precision) {
        return switch (loss) {
            case HALF_SQUARED_ERROR -> "LossL2, weights 1/2";
            case MEAN_SQUARED_ERROR -> "LossMSE";
            case BINARY_CROSS_ENTROPY ->
                "LossBinaryXENT, clipped at " + (precision == DataType.FLOAT ? "6.0e-08" : "1.1e-16");
            case CROSS_ENTROPY -> "LossMCXENT, clipped at the smallest number";
        };
    }

    /** How this project's own engines compute it. */
    static String ownLoss(Loss loss) {
        return switch (loss) {
            case HALF_SQUARED_ERROR -> "1/2 sum (y - t)^2";
            case MEAN_SQUARED_ERROR -> "mean of (y - t)^2";
            case BINARY_CROSS_ENTROPY -> "from z, softplus";
            case CROSS_ENTROPY -> "from z, log-sum-exp";
        };
    }
}
