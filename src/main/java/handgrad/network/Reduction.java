package handgrad.network;

import handgrad.Named;

/** How the losses of the samples of a batch become one number; gradients are of that number. */
public enum Reduction implements Named {
    /** {@code 1/n sum_i L_i}. */
    MEAN("mean"),
    /** {@code sum_i L_i}. */
    SUM("sum");

    private final String id;

    Reduction(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    /** What the sum over a batch of {@code n} samples is multiplied by. */
    public double factor(long n) {
        return switch (this) {
            case MEAN -> 1.0 / n;
            case SUM -> 1.0;
        };
    }
}
