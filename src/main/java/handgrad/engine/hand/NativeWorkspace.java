package handgrad.engine.hand;

import handgrad.InputException;
import handgrad.engine.NativeMatrix;
import handgrad.network.array.Matrix;
import handgrad.network.function.Loops;
import handgrad.network.layer.Workspace;
import org.nd4j.linalg.api.buffer.DataType;

/** Memory of ND4J's, in one precision. */
record NativeWorkspace(DataType type, Loops loops) implements Workspace {
    NativeWorkspace(DataType type) {
        this(type, new Loops());
    }

    /** @throws InputException if an array would be larger than its memory can be addressed */
    @Override
    public Matrix allocate(int rows, int columns) {
        if ((long) rows * columns * type.width() > Integer.MAX_VALUE) {
            throw new InputException(
                    "%d samples at once on a layer of %d neurons: expected arrays of at most 2 GB, a smaller --batch-size"
                            .formatted(rows, columns));
        }
        return NativeMatrix.zeros(type, rows, columns);
    }
}
