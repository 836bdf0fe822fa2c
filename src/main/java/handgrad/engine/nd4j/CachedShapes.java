package handgrad.engine.nd4j;

import java.nio.LongBuffer;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.cpu.nativecpu.DirectShapeInfoProvider;

/**
 * Keeps the descriptions of shapes that ND4J asks for with every array it makes, many of them in each {@code fit}. ND4J's own
 * provider keeps them too, but not those asked for by the method that its arrays call. Made by ND4J, by name.
 */
public final class CachedShapes extends DirectShapeInfoProvider {
    private final Kept<Shape, Pair<DataBuffer, long[]>> known = new Kept<>(Shape::copy);

    private record Shape(
            LongBuffer shape, LongBuffer stride, long elementStride, char order, DataType type, boolean empty) {
        Shape copy() {
            return new Shape(
                    LongBuffer.wrap(shape.array().clone()),
                    LongBuffer.wrap(stride.array().clone()),
                    elementStride,
                    order,
                    type,
                    empty);
        }
    }

    @Override
    public Pair<DataBuffer, long[]> createShapeInformation(
            long[] shape, long[] stride, long elementWiseStride, char order, DataType type, boolean empty) {
        return known.get(
                new Shape(LongBuffer.wrap(shape), LongBuffer.wrap(stride), elementWiseStride, order, type, empty),
                () -> super.createShapeInformation(shape, stride, elementWiseStride, order, type, empty));
    }
}
