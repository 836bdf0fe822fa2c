package handgrad.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A sweep of which every run is done.
 *
 * @param learned when a run has
 * @param checks runs that were made again beside DL4J
 */
public record Swept(Sweep sweep, Criterion learned, Results results, List<Checked> checks) {
    public Swept {
        checks = List.copyOf(checks);
    }

    public List<Combination> combinations() {
        return LongStream.range(0, sweep.combinations())
                .mapToObj(number -> Combination.of(sweep, learned, results, number))
                .toList();
    }

    /** How many runs have learned. */
    public long count() {
        return runs().filter(run -> learned.met(results.get(run))).count();
    }

    private LongStream runs() {
        return LongStream.range(0, sweep.size());
    }

    /** Where the runs stick that have not learned, the most frequent level first. */
    public List<Level> levels() {
        var stuck = new ArrayList<Finished>();
        runs().mapToObj(results::get)
                .filter(run -> !learned.met(run) && Double.isFinite(run.loss()))
                .forEach(stuck::add);
        return Level.of(stuck);
    }

    /** How many runs ended with a loss that is not finite. */
    public long lost() {
        return runs().filter(run -> !Double.isFinite(results.get(run).loss())).count();
    }

    /** The run with the smallest loss, the first of equals. */
    public Finished best() {
        return extreme(1);
    }

    /** The run with the largest loss, the first of equals; one that is not finite is the largest. */
    public Finished worst() {
        return extreme(-1);
    }

    private Finished extreme(int sign) {
        return runs().mapToObj(results::get)
                .reduce((kept, other) -> sign * Double.compare(height(kept), height(other)) <= 0 ? kept : other)
                .orElseThrow();
    }

    private static double height(Finished run) {
        return Double.isFinite(run.loss()) ? run.loss() : Double.POSITIVE_INFINITY;
    }

    /** Whether every run that was checked agrees. */
    public boolean agrees() {
        return checks.stream().allMatch(check -> check.passes(results.get(check.run())));
    }
}
