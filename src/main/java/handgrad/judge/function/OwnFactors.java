package handgrad.judge.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Factors without a name, one for each index along some axes. */
final class OwnFactors implements Reader {
    @Override
    public Optional<Structure> read(Evidence evidence, Scene scene) {
        List<Integer> shape = evidence.shape();
        if (!evidence.complete() || shape.isEmpty() || shape.size() > 4) {
            return Optional.empty();
        }
        return Shapes.choices(shape.size()).stream()
                .filter(kept -> kept.size() < shape.size())
                .map(kept -> factors(evidence, kept))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Each index along the kept axes has a factor of its own, on which at least two entries agree. */
    private static Optional<Structure> factors(Evidence evidence, List<Integer> kept) {
        var others = new ArrayList<>(
                IntStream.range(0, evidence.shape().size()).boxed().toList());
        others.removeAll(kept);
        int[] groups = Shapes.groups(evidence.shape(), others);
        double[] right = evidence.right();
        double[] tolerance = evidence.tolerance();
        double[] telling = IntStream.range(0, right.length)
                .mapToDouble(i -> Math.abs(right[i]) > 4 * tolerance[i] ? 1 : 0)
                .toArray();
        double[] agreeing = Groups.sums(telling, groups);
        if (IntStream.range(0, right.length).anyMatch(i -> agreeing[i] == 1)) {
            return Optional.empty();
        }
        double[] factors = Groups.factors(evidence.claimed(), right, groups);
        return Fit.of(
                evidence,
                Fit.times(right, factors),
                NamedFactors.scaled(tolerance, factors),
                "the gradient of %s has a factor of its own for each index along %s"
                        .formatted(Sentences.name(evidence.name()), Shapes.axes(kept)));
    }
}
