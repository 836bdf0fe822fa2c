package handgrad.engine.dl4j;

import java.nio.LongBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.cpu.nativecpu.DirectShapeInfoProvider;

/**
 * Keeps the descriptions of shapes that ND4J asks for with every array it makes, many of them in each {@code fit}. ND4J's own
 * provider keeps them too, but not those asked for by the method that its arrays call. Made by ND4J, by name.
 */
public final class CachedShapes extends DirectShapeInfoProvider {
    /** A training has some dozens of shapes; a program that has more goes on without. */
    private static final int MOST = 1000;

    private final Map<Shape, Pair<DataBuffer, long[]>> known = new ConcurrentHashMap<>();

    private record Shape(
            LongBuffer shape, LongBuffer stride, long elementStride, char order, DataType type, boolean empty) {}

    @Override
    public Pair<DataBuffer, long[]> createShapeInformation(
            long[] shape, long[] stride, long elementWiseStride, char order, DataType type, boolean empty) {
        var asked = new Shape(LongBuffer.wrap(shape), LongBuffer.wrap(stride), elementWiseStride, order, type, empty);
        Pair<DataBuffer, long[]> found = known.get(asked);
        if (found != null) {
            return found;
        }
        // The caller's arrays may change; the key's must not.
        var key = new Shape(
                LongBuffer.wrap(shape.clone()), LongBuffer.wrap(stride.clone()), elementWiseStride, order, type, empty);
        var made = super.createShapeInformation(shape, stride, elementWiseStride, order, type, empty);
        if (known.size() < MOST) {
            known.put(key, made);
        }
        return made;
    }
}
