package handgrad.jmh;

import handgrad.train.bench.Subject;
import org.nd4j.linalg.api.buffer.DataType;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The digits' network as its batch grows. */
public class Batches extends Step {
    @Param({"64-128-10/1", "64-128-10/8", "64-128-10/64", "64-128-10/512", "64-128-10/8192"})
    private String workload;

    @Param({"HAND", "DL4J", "FLOOR"})
    private Subject subject;

    /** Builds the subject and its data. */
    @Setup
    public void prepare() {
        prepare(subject, workload, DataType.DOUBLE);
    }
}
