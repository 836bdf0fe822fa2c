package handgrad.judge.function;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A difference that is a multiple of an array that has a name: one multiple for all entries, as a penalty gives, or one for each
 * index along some axes, as a projection gives that is left out (the sum in softmax, the term with x in a normalisation).
 */
final class Parts implements Reader {
    @Override
    public Optional<Structure> read(Evidence evidence, Scene scene) {
        List<Integer> shape = evidence.shape();
        if (!evidence.complete() || shape.isEmpty() || shape.size() > 4) {
            return Optional.empty();
        }
        double[] difference = Fit.plus(evidence.claimed(), Fit.scaled(evidence.right(), -1));
        var choices = new ArrayList<>(Shapes.choices(shape.size()));
        // All axes together, which is one multiple for all entries, is simplest.
        Collections.reverse(choices);
        for (List<Integer> axes : choices) {
            int[] groups = Shapes.groups(shape, axes);
            for (Scene.Array array : scene.arrays()) {
                double[] wide = Shapes.broadcast(array.shape(), array.values(), shape);
                if (wide == null || !array.varies()) {
                    continue;
                }
                Optional<Structure> found = part(evidence, difference, wide, groups, axes, array.name())
                        .or(() -> part(
                                evidence,
                                difference,
                                Groups.centred(wide, groups),
                                groups,
                                axes,
                                "%s less its mean".formatted(array.name())));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Structure> part(
            Evidence evidence, double[] difference, double[] base, int[] groups, List<Integer> axes, String what) {
        int free = Groups.count(groups);
        double[] tolerance = evidence.tolerance();
        // Each group needs two entries at least that agree on its multiple, and all together some more.
        if (evidence.size() < 2 * free || evidence.size() - free < 2 || !tells(base, groups)) {
            return Optional.empty();
        }
        double[] factors = Groups.factors(difference, base, groups);
        double[] model = Fit.plus(evidence.right(), Fit.times(base, factors));
        double[] allowed = Fit.plus(tolerance, Groups.means(tolerance, groups));
        String name = Sentences.name(evidence.name());
        String sentence = free == 1
                ? "the gradient of %s is the right one plus %s times %s"
                        .formatted(name, Constants.number(factors[0]), what)
                : "the gradient of %s is off by a multiple of %s, another one for each place outside %s: a part along it is not taken off, or taken off twice"
                        .formatted(name, what, Shapes.axes(axes));
        return Fit.of(evidence, model, allowed, sentence);
    }

    /** Whether the base differs within each group: a constant one is an offset, which is told elsewhere. */
    private static boolean tells(double[] base, int[] groups) {
        double[] centred = Groups.centred(base, groups);
        double[] size = Groups.sums(Fit.times(base, base), groups);
        double[] spread = Groups.sums(Fit.times(centred, centred), groups);
        return IntStream.range(0, base.length).allMatch(i -> spread[i] > 1e-6 * size[i]);
    }
}
