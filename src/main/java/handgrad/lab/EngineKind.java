package handgrad.lab;

import handgrad.Named;
import handgrad.engine.Descent;
import handgrad.engine.Engine;
import handgrad.engine.dl4j.Dl4jEngine;
import handgrad.engine.hand.Form;
import handgrad.engine.hand.HandEngine;
import handgrad.engine.scalar.ScalarEngine;
import handgrad.network.Parameters;
import handgrad.network.Trained;

/** The engines that can be put side by side; the first chosen is the one that the others are compared with. */
public enum EngineKind implements Named {
    /** Backpropagation by hand on ND4J arrays, in the fast form. */
    HAND("hand"),
    /** The same chain rule over ND4J's own operations. */
    READABLE("readable"),
    /** DL4J's {@code MultiLayerNetwork}. */
    DL4J("dl4j"),
    /** Neuron by neuron in plain Java. */
    SCALAR("scalar");

    private final String id;

    EngineKind(String id) {
        this.id = id;
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
}
