package handgrad.jmh;

import handgrad.train.bench.Subject;
import java.util.Collections;
import org.nd4j.linalg.api.buffer.DataType;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The digits' network with more hidden layers of 128, batches of 32. */
public class Depths extends Step {
    @Param({"1", "2", "4", "8"})
    private int hiddenLayers;

    @Param({"HAND", "DL4J", "FLOOR"})
    private Subject subject;

    /** Builds the subject and its data. */
    @Setup
    public void prepare() {
        String hidden = String.join("-", Collections.nCopies(hiddenLayers, "128"));
        prepare(subject, "64-" + hidden + "-10/32", DataType.DOUBLE);
    }
}
