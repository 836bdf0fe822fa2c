package handgrad.network.function;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.factory.Nd4j;

/** How a graph that SameDiff differentiates is made while DL4J runs. */
public final class Differentiation {
    private Differentiation() {}

    /**
     * Makes a graph outside DL4J's workspaces, whose memory is soon another's. Of each operation SameDiff prints a line on
     * standard output, which is not its own: it is dropped.
     */
    public static synchronized void outside(Runnable make) {
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces();
        try {
            make.run();
        } finally {
            outside.close();
            System.setOut(out);
        }
    }
}
