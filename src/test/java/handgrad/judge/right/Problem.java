package handgrad.judge.right;

/**
 * A network at a point with samples, in plain arrays.
 *
 * @param weights of each layer [nIn][nOut]
 */
record Problem(
        Kind kind,
        double[][][] weights,
        double[][] biases,
        String[] activations,
        String loss,
        boolean mean,
        double[][] x,
        double[][] y) {
    /** What is special to a problem. */
    enum Kind {
        PLAIN,
        /** Few values in steps of 0.1, no bias: weighted sums that are 0, or would be but for rounding. */
        STEPS,
        /** A corner of a square each, as in XOR, no bias. */
        CORNERS,
        ZERO_WEIGHTS,
        DUPLICATES,
        /** Inputs up to a million. */
        LARGE_INPUTS,
        /** Weights 400 times as large. */
        SATURATED
    }
}
