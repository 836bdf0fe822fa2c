package handgrad.network.function.loss;

import handgrad.network.function.Differentiation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.SameDiffLoss;

/** A loss that DL4J lacks: a formula in SameDiff's operations, which SameDiff differentiates. */
abstract class Differentiated extends SameDiffLoss {
    private static final long serialVersionUID = 1;

    /** Where DL4J asks for it first, it is inside a workspace. */
    @Override
    protected void createSameDiffInstance(DataType type) {
        Differentiation.outside(() -> super.createSameDiffInstance(type));
    }
}
