package handgrad.network.function;

/** The values that a function takes, from its infimum to its supremum. */
public record Range(double least, double most) {
    /** All numbers. */
    public static final Range ALL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Whether a value can be reached or come as near to as one likes. */
    public boolean reaches(double value) {
        return value >= least && value <= most;
    }
}
