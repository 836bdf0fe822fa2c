package handgrad.judge;

/**
 * What is said of numbers that a program has besides its gradient, a row for each sample.
 *
 * @param name such as {@code outputs}
 * @param failing the number of entries that are wrong
 * @param worst the entry that is furthest off, measured by what is allowed
 */
public record TensorJudgement(String name, int failing, int size, double maxAbsoluteError, Worst worst) {
    /** One entry. */
    public record Worst(int sample, int unit, double claimed, double right) {}

    public boolean passes() {
        return failing == 0;
    }

    /** Compares rows with the right ones, entry by entry. */
    static TensorJudgement of(String name, double[][] claimed, double[][] right, double[][] allowed) {
        int failing = 0;
        int size = 0;
        double largest = 0;
        double furthest = -1;
        Worst worst = null;
        for (int s = 0; s < claimed.length; s++) {
            for (int k = 0; k < claimed[s].length; k++) {
                double error = Math.abs(claimed[s][k] - right[s][k]);
                boolean within = error == 0 || (error <= allowed[s][k] && Double.isFinite(allowed[s][k]));
                double excess =
                        error == 0 ? 0 : Double.isFinite(error) ? error / allowed[s][k] : Double.POSITIVE_INFINITY;
                size++;
                failing += within ? 0 : 1;
                largest = Math.max(largest, error);
                if (excess > furthest) {
                    furthest = excess;
                    worst = new Worst(s, k, claimed[s][k], right[s][k]);
                }
            }
        }
        return new TensorJudgement(name, failing, size, largest, worst);
    }
}
