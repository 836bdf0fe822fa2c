package handgrad.judge.function;

import java.util.List;

/**
 * A tensor's claimed gradient beside the right one.
 *
 * @param largest right entry
 */
record Evidence(Tensor tensor, List<Entry> entries, double largest) {
    String name() {
        return tensor.name();
    }

    List<Integer> shape() {
        return tensor.shape();
    }

    int size() {
        return entries.size();
    }

    double[] claimed() {
        return entries.stream().mapToDouble(Entry::claimed).toArray();
    }

    /** NaN where it is not known. */
    double[] right() {
        return entries.stream().mapToDouble(Entry::right).toArray();
    }

    double[] tolerance() {
        return entries.stream().mapToDouble(Entry::tolerance).toArray();
    }

    boolean fails() {
        return entries.stream().anyMatch(entry -> entry.verdict() == Verdict.WRONG);
    }

    /** Whether all entries are known: what adds up entries needs each of them. */
    boolean complete() {
        return entries.stream().allMatch(entry -> Double.isFinite(entry.claimed()) && Double.isFinite(entry.right()));
    }
}
