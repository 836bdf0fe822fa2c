package handgrad.input.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Doubles as bytes, little end first, as both formats have them. */
final class LittleEndian {
    private LittleEndian() {}

    static byte[] bytes(double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(values);
        return buffer.array();
    }
}
