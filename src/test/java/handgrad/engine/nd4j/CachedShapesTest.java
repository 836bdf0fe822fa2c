package handgrad.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.cpu.nativecpu.DirectShapeInfoProvider;

/** Descriptions of shapes, against those of ND4J's own provider. */
class CachedShapesTest {
    private final CachedShapes shapes = new CachedShapes();

    private static long[] described(DirectShapeInfoProvider by, long[] shape, long[] stride, DataType type) {
        return by.createShapeInformation(shape, stride, 1, 'f', type, false).getSecond();
    }

    @Test
    void areThoseOfNd4j() {
        var own = new DirectShapeInfoProvider();
        for (DataType type : new DataType[] {DataType.DOUBLE, DataType.FLOAT}) {
            for (long n : new long[] {1, 4, 32}) {
                long[] shape = {n, 3};
                long[] stride = {1, n};
                long[] expected = described(own, shape, stride, type);
                assertThat(described(shapes, shape, stride, type)).containsExactly(expected);
                assertThat(described(shapes, shape, stride, type))
                        .as("once more")
                        .containsExactly(expected);
            }
        }
    }

    @Test
    void areKeptByTheirContents() {
        long[] shape = {2, 3};
        long[] stride = {1, 2};
        var first = shapes.createShapeInformation(shape, stride, 1, 'f', DataType.DOUBLE, false);
        assertThat(shapes.createShapeInformation(new long[] {2, 3}, new long[] {1, 2}, 1, 'f', DataType.DOUBLE, false))
                .isSameAs(first);
        shape[0] = 5;
        stride[1] = 5;
        assertThat(shapes.createShapeInformation(shape, stride, 1, 'f', DataType.DOUBLE, false)
                        .getSecond())
                .as("the caller's arrays have become another shape")
                .startsWith(2, 5, 3, 1, 5);
        assertThat(shapes.createShapeInformation(new long[] {2, 3}, new long[] {1, 2}, 1, 'f', DataType.DOUBLE, false))
                .isSameAs(first);
    }
}
