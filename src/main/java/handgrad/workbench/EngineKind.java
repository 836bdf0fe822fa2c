package handgrad.workbench;

import handgrad.dl4j.Dl4jEngine;
import handgrad.engine.Engine;
import handgrad.hand.HandEngine;
import handgrad.network.Named;
import handgrad.network.Parameters;

/** The engines that can be put side by side; the first chosen is the one that the others are compared with. */
public enum EngineKind implements Named {
    /** Backpropagation by hand on ND4J arrays. */
    HAND("hand"),
    /** DL4J's {@code MultiLayerNetwork}. */
    DL4J("dl4j");

    private final String id;

    EngineKind(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    /** An engine that starts from a copy of the given parameters. */
    public Engine create(Parameters start, double learningRate) {
        return switch (this) {
            case HAND -> new HandEngine(start, learningRate);
            case DL4J -> new Dl4jEngine(start, learningRate);
        };
    }
}
