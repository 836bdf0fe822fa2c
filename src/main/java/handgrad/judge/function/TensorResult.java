package handgrad.judge.function;

import java.util.Comparator;
import java.util.List;

/**
 * What is said of the gradient of one tensor.
 *
 * @param judged how many of {@code size} entries have a verdict: right, wrong, or at a kink
 * @param failing how many of these are wrong
 * @param kinks how many of these stand at a kink
 * @param undecided how many were looked at without a verdict
 * @param worst the wrong entries that are furthest off, measured by what is allowed; at most five
 * @param resolution the largest tolerance of a judged entry, relative to the tensor's largest right entry
 * @param directions along how many directions of the whole tensor the gradient was judged
 * @param failingDirections along how many of these it is wrong
 */
public record TensorResult(
        String name,
        List<Integer> shape,
        int size,
        int judged,
        int failing,
        int kinks,
        int undecided,
        List<Entry> worst,
        double resolution,
        int directions,
        int failingDirections) {
    private static final int SHOWN = 5;

    /** Whether nothing is wrong and something was judged. */
    public boolean passes() {
        return failing == 0 && failingDirections == 0 && (judged > 0 || directions > 0 || size == 0);
    }

    /** Fails where an entry or a direction is wrong. */
    public Outcome outcome() {
        return failing > 0 || failingDirections > 0 ? Outcome.FAIL : passes() ? Outcome.PASS : Outcome.UNDECIDED;
    }

    static TensorResult of(Tensor tensor, List<Entry> entries, double largest, int directions, int failingDirections) {
        List<Entry> worst = entries.stream()
                .filter(entry -> entry.verdict() == Verdict.WRONG)
                .sorted(Comparator.comparingDouble(Entry::excess).reversed())
                .limit(SHOWN)
                .toList();
        int right = count(entries, Verdict.RIGHT);
        int wrong = count(entries, Verdict.WRONG);
        int kinks = count(entries, Verdict.KINK);
        double tolerance = entries.stream()
                .filter(entry -> entry.verdict() == Verdict.RIGHT || entry.verdict() == Verdict.WRONG)
                .mapToDouble(Entry::tolerance)
                .max()
                .orElse(Double.NaN);
        return new TensorResult(
                tensor.name(),
                tensor.shape(),
                entries.size(),
                right + wrong + kinks,
                wrong,
                kinks,
                count(entries, Verdict.UNDECIDED),
                worst,
                tolerance / largest,
                directions,
                failingDirections);
    }

    private static int count(List<Entry> entries, Verdict verdict) {
        return (int)
                entries.stream().filter(entry -> entry.verdict() == verdict).count();
    }
}
