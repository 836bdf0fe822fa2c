package handgrad.testing;

import handgrad.engine.Batch;
import handgrad.engine.Parameters;
import handgrad.input.claim.Case;
import handgrad.network.Precision;
import handgrad.network.compare.Comparison;
import org.nd4j.linalg.api.buffer.DataType;

/** Points of engines beside each other, and a case as engines take it. */
public final class Compare {
    private Compare() {}

    /** How far the left is from the right, in the coarser precision of both. */
    public static Comparison of(Parameters left, Parameters right) {
        boolean single = left.precision() == Precision.FLOAT || right.precision() == Precision.FLOAT;
        return Comparison.of(left.point(), right.point(), single ? Precision.FLOAT : Precision.DOUBLE);
    }

    /** The point of a case, in double precision. */
    public static Parameters parameters(Case task) {
        return Parameters.of(task.parameters(), DataType.DOUBLE);
    }

    /** The samples of a case, in double precision. */
    public static Batch batch(Case task) {
        return Batch.of(DataType.DOUBLE, task.samples());
    }
}
