package handgrad.train;

import handgrad.engine.Batch;
import handgrad.engine.Engine;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Looks whether a criterion has been met; costs nothing where there is none. */
final class Brake {
    private final Stopping stopping;
    private final Engine engine;
    private final Batch train;
    private final INDArray before;

    Brake(Stopping stopping, Engine engine, Batch train) {
        this.stopping = stopping;
        this.engine = engine;
        this.train = train;
        this.before = Nd4j.createUninitialized(
                engine.parameters().dataType(), engine.parameters().vector().shape());
    }

    /** Remembers where a step began. */
    void before() {
        if (stopping.step().isPresent()) {
            before.assign(engine.parameters().vector());
        }
    }

    /** {@code max |theta_after - theta_before| < epsilon}. */
    boolean stepTooSmall() {
        OptionalDouble epsilon = stopping.step();
        return epsilon.isPresent()
                && before.subi(engine.parameters().vector()).amaxNumber().doubleValue() < epsilon.getAsDouble();
    }

    /** To be asked after each epoch. */
    boolean lossReached() {
        return stopping.loss().isPresent()
                && engine.loss(train) < stopping.loss().getAsDouble();
    }
}
