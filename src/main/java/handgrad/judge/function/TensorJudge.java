package handgrad.judge.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Judges the gradient of one tensor: all its entries, where the budget allows and losses have digits enough. Else along the
 * direction in which the claimed gradient says that the loss rises, where the little that can be told is told best; along random
 * directions; and the entries that are claimed to be largest and others drawn at random. Where a direction tells of an error that no entry has shown, it is halved until the
 * entry is found.
 */
final class TensorJudge {
    private static final int DIRECTIONS = 5;
    private static final int LARGEST = 16;

    /** The share of a large tensor's budget that entries may take; the rest is for the search. */
    private static final double SHARE = 0.7;

    private final Meter meter;
    private final Slopes slopes;
    private final Directions along;
    private final Tolerance tolerance;
    private final int k;
    private final double[] claimed;
    private final double size;
    private final Slope[] found;
    private double[] failing;
    private int directions;
    private int failingDirections;

    /** @param k the tensor's place in the point */
    TensorJudge(Meter meter, Slopes slopes, Directions along, Tolerance tolerance, int k, double[] claimed) {
        this.meter = meter;
        this.slopes = slopes;
        this.along = along;
        this.tolerance = tolerance;
        this.k = k;
        this.claimed = claimed;
        this.size = Arrays.stream(claimed)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        this.found = new Slope[claimed.length];
    }

    /** @param quota how many losses may be asked, about */
    void measure(int quota, Random random) {
        int before = meter.asked();
        if ((long) claimed.length * Ladder.COST <= quota) {
            entries(IntStream.range(0, claimed.length).boxed().toList(), before + quota);
            if (!decided()) {
                direction(slopes.direction(k, claimed));
            }
            return;
        }
        direction(slopes.direction(k, claimed));
        for (int i = 1; i < DIRECTIONS; i++) {
            direction(slopes.direction(k, random));
        }
        entries(sample(random), before + (int) (SHARE * quota));
        if (failing != null) {
            search(before + quota);
        }
    }

    /** Whether differences tell something of every entry: then directions have nothing to add. */
    boolean decided() {
        return IntStream.range(0, found.length).allMatch(i -> found[i] != null && tolerance.tells(found[i], size));
    }

    private void entries(List<Integer> order, int until) {
        for (int i : order) {
            if (meter.asked() >= until) {
                return;
            }
            found[i] = slopes.entry(k, i, size);
        }
    }

    private List<Integer> sample(Random random) {
        var all = new ArrayList<>(IntStream.range(0, claimed.length).boxed().toList());
        Collections.shuffle(all, random);
        List<Integer> largest = all.stream()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(claimed[i])))
                .limit(LARGEST)
                .toList();
        var order = new ArrayList<>(largest);
        order.addAll(all);
        return order.stream().distinct().toList();
    }

    private void direction(double[][] direction) {
        double excess = along.excess(direction);
        directions += Double.isNaN(excess) ? 0 : 1;
        if (excess > 1) {
            failingDirections++;
            failing = direction[k];
        }
    }

    /** Halves a direction that fails, and goes on with the half that fails more. */
    private void search(int until) {
        int from = 0;
        int to = failing.length;
        while (to - from > 1 && meter.asked() < until) {
            int middle = (from + to) / 2;
            boolean first = excess(from, middle) >= excess(middle, to);
            from = first ? from : middle;
            to = first ? middle : to;
        }
        if (to - from == 1) {
            found[from] = slopes.entry(k, from, size);
        }
    }

    private double excess(int from, int to) {
        double[][] part = slopes.still();
        part[k] = new double[failing.length];
        System.arraycopy(failing, from, part[k], from, to - from);
        double excess = along.excess(part);
        return Double.isNaN(excess) ? 0 : excess;
    }

    /** For each entry what differences say; null where it was not looked at. */
    Slope[] found() {
        return found.clone();
    }

    int directions() {
        return directions;
    }

    int failingDirections() {
        return failingDirections;
    }
}
