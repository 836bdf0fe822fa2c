package handgrad.network.compare;

import org.nd4j.linalg.api.buffer.DataType;

/** How far apart two results may be and still be called the same, relative to the largest entry of the layer. */
public final class Tolerance {
    private Tolerance() {}

    /**
     * Of two gradients that follow the chain rule in different orders of summation: 4,096 units of rounding, 9.1e-13 in
     * double and 4.9e-4 in single precision. A thousand terms that are each rounded a few times stay well below.
     */
    public static double gradient(DataType type) {
        return 0x1p12 * epsilon(type);
    }

    /**
     * Of two training runs from the same start, where each step feeds rounding back into the next: half of the digits,
     * {@code sqrt(epsilon)}, 1.5e-8 in double and 3.5e-4 in single precision.
     */
    public static double trajectory(DataType type) {
        return Math.sqrt(epsilon(type));
    }

    /** The distance from 1 to the next number. */
    public static double epsilon(DataType type) {
        return switch (type) {
            case DOUBLE -> Math.ulp(1.0);
            case FLOAT -> Math.ulp(1.0f);
            default -> throw new IllegalArgumentException("no tolerance for " + type);
        };
    }

    /** Below it a result may be lost altogether. */
    public static double smallestNormal(DataType type) {
        return switch (type) {
            case DOUBLE -> Double.MIN_NORMAL;
            case FLOAT -> Float.MIN_NORMAL;
            default -> throw new IllegalArgumentException("no tolerance for " + type);
        };
    }
}
