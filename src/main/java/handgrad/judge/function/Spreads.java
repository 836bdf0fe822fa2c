package handgrad.judge.function;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Sums and means along axes: one that stands in every place, one that is not taken off, one that is taken off and should not be,
 * and an amount that is too much in every place.
 */
final class Spreads implements Reader {
    @Override
    public Optional<Structure> read(Evidence evidence, Scene scene) {
        if (!evidence.complete() || evidence.shape().size() > 4) {
            return Optional.empty();
        }
        for (List<Integer> axes : Shapes.choices(evidence.shape().size())) {
            int[] groups = Shapes.groups(evidence.shape(), axes);
            boolean along = Groups.count(groups) < evidence.size();
            Optional<Structure> found = along ? along(evidence, groups, axes) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Structure> along(Evidence evidence, int[] groups, List<Integer> axes) {
        String name = Sentences.name(evidence.name());
        String where = Shapes.axes(axes);
        double[] right = evidence.right();
        double[] tolerance = evidence.tolerance();
        double[] means = Groups.means(right, groups);
        double[] meanTolerance = Fit.plus(tolerance, Groups.means(tolerance, groups));
        double[] sumTolerance = Groups.sums(tolerance, groups);
        return Fit.of(
                        evidence,
                        Groups.sums(right, groups),
                        Fit.plus(tolerance, sumTolerance),
                        "every entry of the gradient of %s is the sum of the right ones along %s"
                                .formatted(name, where))
                .or(() -> Fit.of(
                        evidence,
                        means,
                        meanTolerance,
                        "every entry of the gradient of %s is the mean of the right ones along %s"
                                .formatted(name, where)))
                .or(() -> Fit.of(
                        evidence,
                        Groups.centred(right, groups),
                        meanTolerance,
                        "the mean along %s is taken off the gradient of %s, and should not be".formatted(where, name)))
                .or(() -> offset(evidence, groups, where))
                .or(() -> constant(evidence, groups, where));
    }

    /** The difference is the same all along the axes. */
    private static Optional<Structure> offset(Evidence evidence, int[] groups, String where) {
        double[] right = evidence.right();
        double[] tolerance = evidence.tolerance();
        double[] difference = Fit.plus(evidence.claimed(), Fit.scaled(right, -1));
        double[] allowed = Fit.plus(tolerance, Groups.means(tolerance, groups));
        // Entries that all have to agree on one amount for each group.
        if (evidence.size() - Groups.count(groups) < 2) {
            return Optional.empty();
        }
        boolean centred =
                Fit.equal(Groups.means(right, groups), new double[right.length], Groups.means(tolerance, groups));
        String name = Sentences.name(evidence.name());
        String sentence = centred
                ? "the gradient of %s is right but for its mean along %s, which is not taken off, or taken off twice"
                        .formatted(name, where)
                : "the gradient of %s is off by the same amount in all places along %s: a term that is summed or averaged along there is missing or too much"
                        .formatted(name, where);
        return Fit.of(evidence, Fit.plus(right, Groups.means(difference, groups)), allowed, sentence);
    }

    private static Optional<Structure> constant(Evidence evidence, int[] groups, String where) {
        double[] claimed = evidence.claimed();
        if (evidence.size() - Groups.count(groups) < 2 || Arrays.stream(claimed).allMatch(entry -> entry == 0)) {
            return Optional.empty();
        }
        return Fit.of(
                evidence,
                Groups.means(claimed, groups),
                evidence.tolerance(),
                "the gradient of %s is the same in all places along %s, and the right one is not"
                        .formatted(Sentences.name(evidence.name()), where));
    }
}
