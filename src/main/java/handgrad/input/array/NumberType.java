package handgrad.input.array;

import java.nio.ByteBuffer;

/** How a number lies in a file. Whole numbers beyond 2^53 lose their last digits. */
enum NumberType {
    FLOAT64(8, "f8", "F64"),
    FLOAT32(4, "f4", "F32"),
    FLOAT16(2, "f2", "F16"),
    BFLOAT16(2, "", "BF16"),
    INT64(8, "i8", "I64"),
    INT32(4, "i4", "I32");

    private final int bytes;
    private final String numpy;
    private final String safetensors;

    NumberType(int bytes, String numpy, String safetensors) {
        this.bytes = bytes;
        this.numpy = numpy;
        this.safetensors = safetensors;
    }

    int bytes() {
        return bytes;
    }

    /** Without the order of its bytes; empty where NumPy has no such type. */
    String numpy() {
        return numpy;
    }

    String safetensors() {
        return safetensors;
    }

    /** The numbers from the buffer's position to its limit, in its order of bytes. */
    double[] read(ByteBuffer buffer) {
        double[] values = new double[buffer.remaining() / bytes];
        for (int i = 0; i < values.length; i++) {
            values[i] = next(buffer);
        }
        return values;
    }

    private double next(ByteBuffer buffer) {
        return switch (this) {
            case FLOAT64 -> buffer.getDouble();
            case FLOAT32 -> buffer.getFloat();
            case FLOAT16 -> half(buffer.getShort());
            case BFLOAT16 -> Float.intBitsToFloat(buffer.getShort() << Short.SIZE);
            case INT64 -> buffer.getLong();
            case INT32 -> buffer.getInt();
        };
    }

    /** IEEE 754 binary16: a sign, 5 bits of exponent with a bias of 15, 10 bits of fraction. */
    private static double half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        double size =
                switch (exponent) {
                    case 0 -> Math.scalb((double) fraction, -24);
                    case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
                    default -> Math.scalb(1024.0 + fraction, exponent - 25);
                };
        return bits < 0 ? -size : size;
    }
}
