package handgrad.jmh;

import handgrad.train.bench.Subject;
import handgrad.train.bench.Workload;
import org.nd4j.linalg.api.buffer.DataType;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * DL4J with nothing set: a JVM without flags, so that it has the collector and the heap that Java chooses for the machine, and
 * the threads that ND4J and OpenBLAS choose.
 */
@Fork(value = 1, jvmArgs = Settings.QUIET)
public class Dl4jAsItComes extends Step {
    @Param({"2-10-1/4", "64-128-10/32", "64-128-10/1437"})
    private String workload;

    /** Builds DL4J's network and its data. */
    @Setup
    public void prepare() {
        prepare(Subject.DL4J.step(Workload.named(workload, DataType.DOUBLE), 1));
    }
}
