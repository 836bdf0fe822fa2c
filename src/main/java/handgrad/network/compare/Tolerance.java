package handgrad.network.compare;

import handgrad.network.Precision;

/** How far apart two results may be and still be called the same, relative to the largest entry of the layer. */
public final class Tolerance {
    private Tolerance() {}

    /**
     * Of two gradients that follow the chain rule in different orders of summation: 4,096 units of rounding, 9.1e-13 in
     * double and 4.9e-4 in single precision. A thousand terms that are each rounded a few times stay well below.
     */
    public static double gradient(Precision precision) {
        return 0x1p12 * precision.epsilon();
    }

    /**
     * Of two training runs from the same start, where each step feeds rounding back into the next: half of the digits,
     * {@code sqrt(epsilon)}, 1.5e-8 in double and 3.5e-4 in single precision.
     */
    public static double trajectory(Precision precision) {
        return Math.sqrt(precision.epsilon());
    }
}
