package handgrad.input.userclass;

import handgrad.input.claim.Case;
import handgrad.network.Batch;
import handgrad.network.Network;
import handgrad.network.Parameters;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies of a case's arrays, for one call of somebody's method: nothing they do to them reaches the case. */
record Inputs(Case task, Parameters parameters, Batch batch) {
    /** What a method did is not what it was asked for; the message is a sentence about it. */
    static final class Refused extends Exception {
        Refused(String message) {
            super(message);
        }
    }

    static Inputs of(Case task) {
        Batch batch = task.batch();
        return new Inputs(
                task,
                task.parameters().copy(),
                new Batch(batch.x().dup('f'), batch.y().dup('f')));
    }

    /** @throws Refused if a method has changed what it was given */
    void unchangedBy(String method) throws Refused {
        if (differ(task.parameters().vector(), parameters.vector())) {
            throw changed(method, "parameters");
        }
        if (differ(task.batch().x(), batch.x())) {
            throw changed(method, "x");
        }
        if (differ(task.batch().y(), batch.y())) {
            throw changed(method, "y");
        }
    }

    private static Refused changed(String method, String what) {
        return new Refused("%s changed its input %s, expected it to be left as it was".formatted(method, what));
    }

    /** Bit for bit, so that -0 is not 0 and a NaN is the same as itself. */
    private static boolean differ(INDArray before, INDArray after) {
        return after.wasClosed()
                || !Arrays.equals(
                        before.dup('f').data().asDouble(), after.dup('f').data().asDouble());
    }

    /**
     * The returned gradient in memory of its own.
     *
     * @throws Refused if it is null, one of the inputs, of another network's shape, or of another data type
     */
    Parameters copyOf(Parameters answer) throws Refused {
        if (answer == null) {
            throw new Refused("gradient returned null");
        }
        if (answer == parameters || answer.vector() == parameters.vector()) {
            throw new Refused("gradient returned the parameters that it was given, expected an object of its own");
        }
        Network found = answer.network();
        Network expected = task.network();
        if (!found.shape().equals(expected.shape())) {
            throw new Refused("gradient returned %d numbers for a network %s, expected %d for %s"
                    .formatted(found.size(), found.shape(), expected.size(), expected.shape()));
        }
        if (answer.dataType() != parameters.dataType()) {
            throw new Refused("gradient returned numbers of type %s, expected %s"
                    .formatted(answer.dataType(), parameters.dataType()));
        }
        return Parameters.over(expected, answer.vector().dup());
    }
}
