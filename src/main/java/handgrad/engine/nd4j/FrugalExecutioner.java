package handgrad.engine.nd4j;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.shape.TadPack;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;

/**
 * Calls ND4J's native operations as its own executioner does, and leaves less behind: contexts are freed after the call, where ND4J
 * waits for the garbage collector, and how an array falls into rows or columns is described once for each shape. Made by ND4J, by name.
 */
public final class FrugalExecutioner extends NativeOpExecutioner {
    private final Kept<Along, TadPack> known = new Kept<>(Along::copy);

    /** An array's description and the dimensions that an operation goes along. */
    private record Along(LongBuffer shape, IntBuffer dimensions) {
        Along copy() {
            return new Along(
                    LongBuffer.wrap(shape.array().clone()),
                    IntBuffer.wrap(dimensions.array().clone()));
        }
    }

    @Override
    public OpContext buildContext() {
        return new ClosingContext();
    }

    @Override
    public TadPack tadShapeInfoAndOffsets(INDArray array, int[] dimensions) {
        return known.get(
                new Along(LongBuffer.wrap(array.shapeInfoJava()), IntBuffer.wrap(dimensions)),
                () -> super.tadShapeInfoAndOffsets(array, dimensions));
    }
}
