package handgrad.network;

import handgrad.Named;

/** How the losses of the samples of a batch become one number; gradients are of that number. */
public enum Reduction implements Named {
    /** {@code 1/n sum_i L_i}. */
    MEAN,
    /** {@code sum_i L_i}. */
    SUM;

    /** What the sum over a batch of {@code n} samples is multiplied by. */
    public double factor(long n) {
        return this == MEAN ? 1.0 / n : 1.0;
    }
}
