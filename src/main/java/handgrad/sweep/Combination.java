package handgrad.sweep;

import java.util.Arrays;
import java.util.List;

/**
 * All runs of one combination, from every seed.
 *
 * @param number from 0
 * @param values on each axis but the seed's
 * @param learned how many have
 * @param lost how many ended with a loss that is not finite
 * @param losses the least, the quartiles and the largest of the finite ones, each one that was seen; five of NaN where there is none
 * @param epochs the median of those that learned, 0 where none has
 */
public record Combination(
        long number, List<String> values, long runs, long learned, long lost, List<Double> losses, long epochs) {
    private static final int QUARTERS = 4;

    public Combination {
        values = List.copyOf(values);
        losses = List.copyOf(losses);
    }

    static Combination of(Sweep sweep, Criterion criterion, Results results, long number) {
        int n = Math.toIntExact(sweep.seeds());
        double[] losses = new double[n];
        int[] epochs = new int[n];
        int finite = 0;
        int learned = 0;
        for (int i = 0; i < n; i++) {
            Finished run = results.get(number * n + i);
            if (Double.isFinite(run.loss())) {
                losses[finite++] = run.loss();
            }
            if (criterion.met(run)) {
                epochs[learned++] = run.epochs();
            }
        }
        Arrays.sort(losses, 0, finite);
        Arrays.sort(epochs, 0, learned);
        List<String> values = sweep.values(number * n);
        return new Combination(
                number,
                values.subList(0, values.size() - 1),
                n,
                learned,
                n - finite,
                quartiles(losses, finite),
                learned == 0 ? 0 : epochs[(learned - 1) / 2]);
    }

    private static List<Double> quartiles(double[] sorted, int n) {
        Double[] quartiles = new Double[QUARTERS + 1];
        for (int k = 0; k <= QUARTERS; k++) {
            quartiles[k] = n == 0 ? Double.NaN : sorted[(int) ((long) k * (n - 1) / QUARTERS)];
        }
        return List.of(quartiles);
    }

    public double share() {
        return (double) learned / runs;
    }

    public Interval interval() {
        return Interval.wilson(learned, runs);
    }

    public double median() {
        return losses.get(2);
    }
}
