package handgrad.train.bench;

import handgrad.engine.Batch;
import handgrad.engine.Descent;
import handgrad.engine.Engine;
import handgrad.engine.dl4j.Dl4jEngine;
import handgrad.engine.hand.HandEngine;
import handgrad.network.Trained;

/** Who makes the steps. */
public enum Subject {
    /** The engine written by hand, on one thread. */
    HAND,
    /** The same on more threads. */
    THREADED,
    /** DL4J's {@code fit} on arrays that are there already. */
    DL4J,
    /** The matrix products of a step, and nothing else. */
    FLOOR;

    /**
     * One step on the workload's batch, by a subject that has been built and given its data; not thread-safe.
     *
     * @param threads that {@link #THREADED} may use
     */
    public Runnable step(Workload workload, int threads) {
        Descent descent = Descent.sgd(Workload.LEARNING_RATE);
        return switch (this) {
            case HAND -> step(new HandEngine(workload.start(), descent, Trained.ALL), workload);
            case THREADED -> step(new HandEngine(workload.start(), descent, Trained.ALL, threads), workload);
            case DL4J -> step(new Dl4jEngine(workload.start(), descent, Trained.ALL), workload);
            case FLOOR -> new Products(workload)::multiply;
        };
    }

    private static Runnable step(Engine engine, Workload workload) {
        Batch batch = workload.batch();
        return () -> engine.step(batch);
    }
}
