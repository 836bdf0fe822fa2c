package handgrad.network.function.loss;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.SameDiffLoss;

/** A loss that DL4J lacks: a formula in SameDiff's operations, which SameDiff differentiates. */
abstract class Differentiated extends SameDiffLoss {
    private static final long serialVersionUID = 1;

    /** Where DL4J asks for it first, it is inside a workspace, whose memory is soon another's: the graph's numbers must not lie there. */
    @Override
    protected void createSameDiffInstance(DataType type) {
        try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            super.createSameDiffInstance(type);
        }
    }
}
