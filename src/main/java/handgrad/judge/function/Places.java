package handgrad.judge.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where the wrong entries are, when the others are right: all of some indices along an axis, with what holds of these alone; the
 * places that an array of indices names more than once; else how many.
 */
final class Places implements Reader {
    @Override
    public Optional<Structure> read(Evidence evidence, Scene scene) {
        List<Integer> wrong = wrong(evidence);
        return wrong.isEmpty()
                ? Optional.empty()
                : repeated(evidence, wrong, scene).or(() -> slices(evidence, wrong, scene));
    }

    /** The flat places of the wrong entries; none where that tells nothing, as no other entry is known to be right. */
    private static List<Integer> wrong(Evidence evidence) {
        boolean othersRight = evidence.complete()
                && evidence.entries().stream()
                        .anyMatch(entry ->
                                entry.verdict() == Verdict.RIGHT && Math.abs(entry.right()) > 4 * entry.tolerance());
        return IntStream.range(0, evidence.size())
                .filter(i -> othersRight && evidence.entries().get(i).verdict() == Verdict.WRONG)
                .boxed()
                .toList();
    }

    /** Wrong entries in no order that could be told. */
    static Optional<Structure> counted(Evidence evidence, Scene scene) {
        List<Integer> wrong = wrong(evidence);
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        String name = Sentences.name(evidence.name());
        Entry first = evidence.entries().get(wrong.get(0));
        boolean zero = wrong.stream().allMatch(i -> evidence.entries().get(i).claimed() == 0);
        String sentence;
        if (zero) {
            sentence = "%d of %d entries of the gradient of %s are 0 where the right ones are not; the others are right"
                    .formatted(wrong.size(), evidence.size(), name);
        } else if (wrong.size() == 1) {
            sentence = "one of %d entries of the gradient of %s is wrong, at %s; the others are right"
                    .formatted(evidence.size(), name, first.index());
        } else {
            sentence =
                    "%d of %d entries of the gradient of %s are wrong and the others right, as where contributions to one entry are overwritten (=) and not added up (+=)"
                            .formatted(wrong.size(), evidence.size(), name);
        }
        return Optional.of(new Structure(evidence.name(), sentence, 0));
    }

    /** The wrong rows are among those that an array of indices names twice. */
    private static Optional<Structure> repeated(Evidence evidence, List<Integer> wrong, Scene scene) {
        if (evidence.shape().isEmpty()) {
            return Optional.empty();
        }
        int rows = evidence.shape().get(0);
        SortedSet<Integer> wrongRows = indices(evidence, wrong, 0);
        for (Scene.Array array : scene.arrays()) {
            boolean indices = array.values().length > 1
                    && Arrays.stream(array.values()).allMatch(v -> v == Math.rint(v) && v >= 0 && v < rows);
            if (indices) {
                var seen = new TreeSet<Integer>();
                var twice = new TreeSet<Integer>();
                for (double value : array.values()) {
                    if (!seen.add((int) value)) {
                        twice.add((int) value);
                    }
                }
                if (twice.equals(wrongRows)) {
                    return Optional.of(new Structure(
                            evidence.name(),
                            "the gradient of %s is wrong in just those rows that %s names more than once: contributions are overwritten (=) where they have to be added up (+=)"
                                    .formatted(Sentences.name(evidence.name()), array.name()),
                            0));
                }
            }
        }
        return Optional.empty();
    }

    private static SortedSet<Integer> indices(Evidence evidence, List<Integer> places, int axis) {
        return places.stream()
                .map(i -> Shapes.index(evidence.shape(), i).get(axis))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All that is wrong are some whole indices along one axis. */
    private static Optional<Structure> slices(Evidence evidence, List<Integer> wrong, Scene scene) {
        for (int axis = 0; axis < evidence.shape().size(); axis++) {
            int length = evidence.shape().get(axis);
            SortedSet<Integer> indices = indices(evidence, wrong, axis);
            int inSlices = indices.size() * (evidence.size() / length);
            if (indices.size() < length
                    && 2 * wrong.size() > inSlices
                    && (length < evidence.size() || wrong.size() > 1)) {
                String where = "index %s of axis %d".formatted(shown(indices), axis);
                String what = Multiples.what(only(evidence, axis, indices), scene)
                        .map(found -> ", where it is " + found.sentence())
                        .orElse("");
                return Optional.of(new Structure(
                        evidence.name(),
                        "the gradient of %s is wrong at %s only%s"
                                .formatted(Sentences.name(evidence.name()), where, what),
                        0));
            }
        }
        return Optional.empty();
    }

    private static Evidence only(Evidence evidence, int axis, SortedSet<Integer> indices) {
        var entries = new ArrayList<Entry>();
        for (Entry entry : evidence.entries()) {
            boolean inside = indices.contains(entry.index().get(axis));
            entries.add(inside ? entry : new Entry(entry.index(), 0, Double.NaN, Double.NaN, Verdict.UNJUDGED));
        }
        return new Evidence(evidence.tensor(), List.copyOf(entries), evidence.largest());
    }

    private static String shown(SortedSet<Integer> indices) {
        boolean range = indices.size() > 2 && indices.last() - indices.first() == indices.size() - 1;
        return range
                ? indices.first() + " to " + indices.last()
                : indices.stream().limit(8).map(String::valueOf).collect(Collectors.joining(", "))
                        + (indices.size() > 8 ? ", ..." : "");
    }
}
