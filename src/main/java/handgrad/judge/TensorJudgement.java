package handgrad.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * What is said of numbers that a program has besides its gradient, a row for each sample.
 *
 * @param name such as {@code outputs}
 * @param symbol such as {@code y}
 * @param entries sample by sample
 */
public record TensorJudgement(String name, String symbol, List<Entry> entries) {
    public TensorJudgement {
        entries = List.copyOf(entries);
    }

    /**
     * One entry.
     *
     * @param allowed the largest absolute error that is right
     */
    public record Entry(int sample, int unit, double claimed, double right, double allowed) {
        /** Where anything would be allowed, only what is equal is right. */
        public boolean passes() {
            return error() == 0 || (error() <= allowed && Double.isFinite(allowed));
        }

        private double error() {
            return Math.abs(claimed - right);
        }

        private double excess() {
            return error() == 0 ? 0 : Double.isFinite(error()) ? error() / allowed : Double.POSITIVE_INFINITY;
        }
    }

    /** The entry that is furthest off, measured by what is allowed. */
    public record Worst(int sample, int unit, double claimed, double right) {}

    public boolean passes() {
        return failing() == 0;
    }

    /** The number of entries that are wrong. */
    public int failing() {
        return (int) entries.stream().filter(entry -> !entry.passes()).count();
    }

    public int size() {
        return entries.size();
    }

    public double maxAbsoluteError() {
        return entries.stream().mapToDouble(Entry::error).reduce(0, Math::max);
    }

    /** The first of those that are furthest off. */
    public Worst worst() {
        Entry worst = entries.stream()
                .reduce((one, next) -> next.excess() > one.excess() ? next : one)
                .orElseThrow();
        return new Worst(worst.sample, worst.unit, worst.claimed, worst.right);
    }

    /** Compares rows with the right ones, entry by entry. */
    static TensorJudgement of(String name, String symbol, double[][] claimed, double[][] right, double[][] allowed) {
        var entries = new ArrayList<Entry>();
        for (int s = 0; s < claimed.length; s++) {
            for (int k = 0; k < claimed[s].length; k++) {
                entries.add(new Entry(s, k, claimed[s][k], right[s][k], allowed[s][k]));
            }
        }
        return new TensorJudgement(name, symbol, entries);
    }
}
