package handgrad.judge.function;

/**
 * Differences with the steps h, h/2, h/4, ... extrapolated to a step of 0 (Richardson's scheme), and the place in the scheme
 * where the estimated error is least. The error there is the larger distance to the two values that it was made of, which are of
 * a lower order and therefore further off, and what the scatter of the losses can do to it. What the two smallest steps say has
 * to agree: else larger ones have passed over something.
 *
 * @param scatter the part of the error that comes from the scatter of the losses
 */
record Extrapolation(double value, double error, double scatter) {
    /** Halved by rights where one side is looked at, a quarter where both are. */
    private static final double SETTLING = 0.75;

    /**
     * @param scatter what the scatter of the losses does to each difference
     * @param order 2 where the differences have even powers of h only (central ones), 1 where they have all (one-sided ones)
     */
    static Extrapolation of(double[] differences, double[] scatter, int order) {
        int n = differences.length;
        double[] values = differences.clone();
        double[] scatters = scatter.clone();
        var best = new Extrapolation(values[n - 1], Double.POSITIVE_INFINITY, scatters[n - 1]);
        var smallest = best;
        double factor = 1;
        for (int column = 1; column < n; column++) {
            factor *= 1 << order;
            for (int row = n - 1; row >= column; row--) {
                double value = values[row] + (values[row] - values[row - 1]) / (factor - 1);
                double truncation = Math.max(Math.abs(value - values[row]), Math.abs(value - values[row - 1]));
                scatters[row] = (factor * scatters[row] + scatters[row - 1]) / (factor - 1);
                values[row] = value;
                if (truncation + scatters[row] < best.error) {
                    best = new Extrapolation(value, truncation + scatters[row], scatters[row]);
                }
            }
            if (column == 1) {
                smallest = new Extrapolation(values[n - 1], 0, scatters[n - 1]);
            }
        }
        double apart = Math.abs(best.value - smallest.value) - smallest.scatter;
        double unsettled = settles(differences, scatter) ? 0 : Math.abs(differences[n - 1] - differences[0]);
        return new Extrapolation(best.value, Math.max(best.error, Math.max(apart, unsettled)), best.scatter);
    }

    /** Whether the last halving of the step changed the difference less than the one before: else steps are too large. */
    private static boolean settles(double[] differences, double[] scatter) {
        int n = differences.length;
        double before = Math.abs(differences[n - 2] - differences[n - 3]);
        double last = Math.abs(differences[n - 1] - differences[n - 2]);
        return last <= SETTLING * before + scatter[n - 1] + scatter[n - 2];
    }

    /** Whether larger steps may help, as the scatter of the losses matters more than the size of the steps. */
    boolean scattered() {
        return 2 * scatter > error;
    }
}
