package handgrad.judge.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The right entries in another order: transposed, read along other axes, reversed, moved on, or those of another tensor. */
final class Reordered implements Reader {
    private static final int AXES = 4;

    @Override
    public Optional<Structure> read(Evidence evidence, Scene scene) {
        return transposed(evidence)
                .or(() -> reversed(evidence))
                .or(() -> moved(evidence))
                .or(() -> swapped(evidence, scene));
    }

    private static Optional<Structure> transposed(Evidence evidence) {
        int axes = evidence.shape().size();
        if (axes < 2 || axes > AXES) {
            return Optional.empty();
        }
        for (List<Integer> order : orders(axes)) {
            List<Integer> shape = order.stream().map(evidence.shape()::get).toList();
            int[] from = new int[evidence.size()];
            for (int i = 0; i < from.length; i++) {
                List<Integer> index = Shapes.index(shape, i);
                var own = new ArrayList<>(index);
                for (int axis = 0; axis < axes; axis++) {
                    own.set(order.get(axis), index.get(axis));
                }
                from[i] = Shapes.flat(evidence.shape(), own);
            }
            String how = axes == 2
                    ? "is transposed: its entry [i, j] stands where [j, i] belongs"
                    : "has its axes in the order %s where %s is right"
                            .formatted(order, IntStream.range(0, axes).boxed().toList());
            Optional<Structure> found = fit(evidence, from, how);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** All orders of the axes but the usual one. */
    private static List<List<Integer>> orders(int axes) {
        List<List<Integer>> orders = List.of(List.of());
        for (int axis = 0; axis < axes; axis++) {
            var longer = new ArrayList<List<Integer>>();
            for (List<Integer> order : orders) {
                for (int place = order.size(); place >= 0; place--) {
                    var next = new ArrayList<>(order);
                    next.add(place, axis);
                    longer.add(List.copyOf(next));
                }
            }
            orders = longer;
        }
        return orders.subList(1, orders.size());
    }

    private static Optional<Structure> reversed(Evidence evidence) {
        if (evidence.shape().size() > AXES) {
            return Optional.empty();
        }
        for (List<Integer> axes : Shapes.choices(evidence.shape().size())) {
            int[] from = new int[evidence.size()];
            for (int i = 0; i < from.length; i++) {
                var index = new ArrayList<>(Shapes.index(evidence.shape(), i));
                axes.forEach(axis -> index.set(axis, evidence.shape().get(axis) - 1 - index.get(axis)));
                from[i] = Shapes.flat(evidence.shape(), index);
            }
            Optional<Structure> found = fit(evidence, from, "is reversed along " + Shapes.axes(axes));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Structure> moved(Evidence evidence) {
        for (int axis = 0; axis < evidence.shape().size(); axis++) {
            int length = evidence.shape().get(axis);
            for (int by = 1; by < Math.min(length, 64); by++) {
                int[] from = new int[evidence.size()];
                for (int i = 0; i < from.length; i++) {
                    var index = new ArrayList<>(Shapes.index(evidence.shape(), i));
                    index.set(axis, (index.get(axis) + length - by) % length);
                    from[i] = Shapes.flat(evidence.shape(), index);
                }
                String how = "is moved on by %d along axis %d, round the end".formatted(by, axis);
                Optional<Structure> found = fit(evidence, from, how);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Structure> swapped(Evidence evidence, Scene scene) {
        for (Evidence other : scene.all()) {
            if (!other.name().equals(evidence.name()) && other.size() == evidence.size()) {
                Optional<Structure> found = Fit.of(
                        evidence,
                        other.right(),
                        Fit.plus(evidence.tolerance(), other.tolerance()),
                        "the gradient of %s is that of %s"
                                .formatted(Sentences.name(evidence.name()), Sentences.name(other.name())));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Structure> fit(Evidence evidence, int[] from, String how) {
        double[] right = evidence.right();
        double[] tolerance = evidence.tolerance();
        double[] model = new double[from.length];
        double[] allowed = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            model[i] = right[from[i]];
            allowed[i] = tolerance[i] + tolerance[from[i]];
        }
        return Fit.of(
                evidence, model, allowed, "the gradient of %s %s".formatted(Sentences.name(evidence.name()), how));
    }
}
