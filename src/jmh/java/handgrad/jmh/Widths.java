package handgrad.jmh;

import handgrad.train.bench.Subject;
import org.nd4j.linalg.api.buffer.DataType;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The digits' network as its hidden layer grows, and one that is wide everywhere. */
public class Widths extends Step {
    @Param({"64-16-10/32", "64-64-10/32", "64-256-10/32", "64-1024-10/32", "1024-1024-1024-10/1024"})
    private String workload;

    @Param({"HAND", "DL4J", "FLOOR"})
    private Subject subject;

    /** Builds the subject and its data. */
    @Setup
    public void prepare() {
        prepare(subject, workload, DataType.DOUBLE);
    }
}
