package handgrad.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A loss near which runs stick: losses of which each is at most {@value #GAP} of itself from the next.
 *
 * @param first of its runs, by number
 */
public record Level(long runs, double least, double median, double most, long first) {
    private static final double GAP = 0.01;

    /** Levels of the given runs, the most frequent first. */
    static List<Level> of(List<Finished> stuck) {
        Finished[] sorted = stuck.toArray(Finished[]::new);
        Arrays.sort(sorted, Comparator.comparingDouble(Finished::loss).thenComparingLong(Finished::run));
        var levels = new ArrayList<Level>();
        int from = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i].loss() > sorted[i - 1].loss() * (1 + GAP)) {
                levels.add(level(Arrays.copyOfRange(sorted, from, i)));
                from = i;
            }
        }
        levels.sort(Comparator.comparingLong(Level::runs).reversed().thenComparingDouble(Level::least));
        return List.copyOf(levels);
    }

    private static Level level(Finished... sorted) {
        return new Level(
                sorted.length,
                sorted[0].loss(),
                sorted[(sorted.length - 1) / 2].loss(),
                sorted[sorted.length - 1].loss(),
                Arrays.stream(sorted).mapToLong(Finished::run).min().orElseThrow());
    }
}
