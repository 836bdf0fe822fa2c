package handgrad.input.userclass;

import handgrad.engine.Batch;
import handgrad.engine.Parameters;
import handgrad.input.claim.Case;
import handgrad.network.Network;
import handgrad.network.Point;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;

/** A case's numbers as arrays, for one call of somebody's method: nothing they do to them reaches the case. */
record Inputs(Case task, Parameters parameters, Batch batch) {
    /** What a method did is not what it was asked for; the message is a sentence about it. */
    static final class Refused extends Exception {
        Refused(String message) {
            super(message);
        }
    }

    static Inputs of(Case task) {
        return new Inputs(
                task, Parameters.of(task.parameters(), DataType.DOUBLE), Batch.of(DataType.DOUBLE, task.samples()));
    }

    /** @throws Refused if a method has changed the parameters that it was given; of the batch it only ever had copies */
    void unchangedBy(String method) throws Refused {
        boolean same = !parameters.vector().wasClosed()
                // Bit for bit, so that -0 is not 0 and a NaN is the same as itself.
                && Arrays.equals(task.parameters().values(), parameters.toArray());
        if (!same) {
            throw changed(method, "parameters");
        }
    }

    private static Refused changed(String method, String what) {
        return new Refused("%s changed its input %s, expected it to be left as it was".formatted(method, what));
    }

    /**
     * What a method returned, in plain numbers.
     *
     * @throws Refused if it is null, one of the inputs, of another network's shape, or of another data type
     */
    Point copyOf(Parameters answer, String method) throws Refused {
        if (answer == null) {
            throw new Refused(method + " returned null");
        }
        if (answer == parameters || answer.vector() == parameters.vector()) {
            throw new Refused(method + " returned the parameters that it was given, expected an object of its own");
        }
        Network found = answer.network();
        Network expected = task.network();
        if (!found.shape().equals(expected.shape())) {
            throw new Refused("%s returned %d numbers for a network %s, expected %d for %s"
                    .formatted(method, found.size(), found.shape(), expected.size(), expected.shape()));
        }
        if (answer.dataType() != parameters.dataType()) {
            throw new Refused("%s returned numbers of type %s, expected %s"
                    .formatted(method, answer.dataType(), parameters.dataType()));
        }
        return new Point(expected, answer.toArray());
    }
}
