package handgrad.lab;

import handgrad.Named;
import handgrad.engine.Descent;
import handgrad.engine.Engine;
import handgrad.engine.Parameters;
import handgrad.engine.dl4j.Dl4jEngine;
import handgrad.engine.hand.HandEngine;
import handgrad.engine.scalar.ScalarEngine;
import handgrad.lab.result.Participant;
import handgrad.network.Trained;
import handgrad.network.function.Loss;
import org.nd4j.linalg.api.buffer.DataType;

/** The engines that can be put side by side; the first chosen is the one that the others are compared with. */
public enum EngineKind implements Named {
    /** Backpropagation by hand on ND4J arrays. */
    HAND("ND4J arrays, backpropagation by hand"),
    /** DL4J's {@code MultiLayerNetwork}. */
    DL4J("DL4J's MultiLayerNetwork"),
    /** Sample by sample in plain Java. */
    SCALAR("plain Java, sample by sample");

    private final String madeOf;

    EngineKind(String madeOf) {
        this.madeOf = madeOf;
    }

    /** An engine that starts from a copy of the given parameters, on one thread. */
    public Engine create(Parameters start, Descent descent, Trained trained) {
        return create(start, descent, trained, 1);
    }

    /**
     * An engine that starts from a copy of the given parameters.
     *
     * @param threads that the hand engine may share a step among; it computes the same bits with any number, the others use one
     */
    public Engine create(Parameters start, Descent descent, Trained trained, int threads) {
        return switch (this) {
            case HAND -> new HandEngine(start, descent, trained, threads);
            case DL4J -> new Dl4jEngine(start, descent, trained);
            case SCALAR -> new ScalarEngine(start, descent, trained);
        };
    }

    /** What a reader is told of it. */
    Participant participant(Loss loss, DataType precision) {
        return new Participant(id(), madeOf, this == DL4J ? loss.counterpartName(precision) : loss.computed());
    }
}
