package handgrad.network.function;

import handgrad.network.number.Row;
import java.util.List;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A rule of descent: how a gradient becomes a step, {@code theta <- theta - s}, entry by entry, all of it in one file. In the
 * formulas g is {@code dL/dtheta}, plus {@code lambda W} where there is L2, and eta the learning rate; what a rule remembers
 * is 0 at the start.
 */
public interface Rule extends Definition {
    /** What a step is, and what is remembered after it. */
    record Update(Row step, List<Row> memory) {
        public static Update of(Row step, Row... memory) {
            return new Update(step, List.of(memory));
        }
    }

    /** How many numbers are remembered of each parameter. */
    int memories();

    /**
     * The definition.
     *
     * @param memory what is remembered, {@link #memories} rows
     * @param eta the learning rate
     * @param t the number of the step, from 1
     */
    Update step(Row g, List<Row> memory, Row eta, Row t);

    /** Whether a step is {@code eta g} and nothing else, so that it need not be made apart from the gradient. */
    default boolean isPlain() {
        return false;
    }

    /** How much of each weight, but of no bias, a step takes off besides, in units of eta: a decay that g knows nothing of. */
    default double decay() {
        return 0;
    }

    /**
     * The same on stretches: {@code theta <- theta - s} for the first n, whose memory begins at {@code from}.
     *
     * @param t the number of the step, from 1
     */
    void step(double[] theta, double[] g, int n, double[][] memory, int from, double eta, int t);

    /** ND4J's rule of the same steps, but for {@link #decay}. */
    IUpdater counterpart(double eta);
}
