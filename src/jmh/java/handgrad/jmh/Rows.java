package handgrad.jmh;

import handgrad.train.bench.Subject;
import org.nd4j.linalg.api.buffer.DataType;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The three standard workloads in double precision; DL4J at its best. */
public class Rows extends Step {
    @Param({"2-10-1/4", "64-128-10/32", "64-128-10/1437"})
    private String workload;

    @Param({"HAND", "THREADED", "DL4J", "FLOOR"})
    private Subject subject;

    /** Builds the subject and its data. */
    @Setup
    public void prepare() {
        prepare(subject, workload, DataType.DOUBLE);
    }
}
