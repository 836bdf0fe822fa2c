package handgrad.judge.function;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Factors that differ along axes and are the entries of an array that has a name: missing, or there once too often. */
final class NamedFactors implements Reader {
    @Override
    public Optional<Structure> read(Evidence evidence, Scene scene) {
        List<Integer> shape = evidence.shape();
        if (shape.isEmpty() || shape.size() > 4) {
            return Optional.empty();
        }
        for (List<Integer> kept : Shapes.choices(shape.size())) {
            for (Scene.Array array : scene.arrays()) {
                double[] wide = array.varies() ? along(array, shape, kept) : null;
                Optional<Structure> found = wide == null ? Optional.empty() : named(evidence, array.name(), wide, kept);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The array laid along the kept axes, and repeated along the others; null where the sizes do not fit. */
    private static double[] along(Scene.Array array, List<Integer> shape, List<Integer> kept) {
        List<Integer> sizes = kept.stream().map(shape::get).toList();
        List<Integer> own = array.shape().stream().filter(length -> length > 1).toList();
        if (!own.equals(sizes.stream().filter(length -> length > 1).toList())) {
            return null;
        }
        double[] wide = new double[Shapes.size(shape)];
        for (int i = 0; i < wide.length; i++) {
            List<Integer> index = Shapes.index(shape, i);
            wide[i] = array.values()[
                    Shapes.flat(sizes, kept.stream().map(index::get).toList())];
        }
        return wide;
    }

    private static Optional<Structure> named(Evidence evidence, String array, double[] wide, List<Integer> kept) {
        String name = Sentences.name(evidence.name());
        String where = Shapes.axes(kept);
        double[] right = evidence.right();
        double[] tolerance = evidence.tolerance();
        double[] inverse =
                IntStream.range(0, wide.length).mapToDouble(i -> 1 / wide[i]).toArray();
        return Fit.of(
                        evidence,
                        Fit.times(right, inverse),
                        scaled(tolerance, inverse),
                        "the entries of %s are missing as factors along %s of the gradient of %s"
                                .formatted(array, where, name))
                .or(() -> Fit.of(
                        evidence,
                        Fit.times(right, wide),
                        scaled(tolerance, wide),
                        "the gradient of %s has the entries of %s as factors along %s once too often, or is not divided by them"
                                .formatted(name, array, where)));
    }

    /** What becomes of tolerances when the right entries are multiplied. Where a factor is not finite, the model says nothing. */
    static double[] scaled(double[] tolerance, double[] factors) {
        return IntStream.range(0, tolerance.length)
                .mapToDouble(i -> Math.max(1, Math.abs(factors[i])) * tolerance[i])
                .toArray();
    }
}
