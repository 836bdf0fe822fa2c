package handgrad.judge.function;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Places in an array whose values lie flat, last index fastest. */
final class Shapes {
    private Shapes() {}

    static int size(List<Integer> shape) {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** @throws IllegalArgumentException if the shape is impossible or has not as many places as there are values */
    static void check(String name, List<Integer> shape, double[] values) {
        if (shape.stream().anyMatch(length -> length < 0) || size(shape) != values.length) {
            throw new IllegalArgumentException(
                    "%s has the shape %s but %d values".formatted(name, shape, values.length));
        }
    }

    /** The index along each axis. */
    static List<Integer> index(List<Integer> shape, int flat) {
        var index = new ArrayList<Integer>();
        int rest = flat;
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            index.add(rest % shape.get(axis));
            rest /= shape.get(axis);
        }
        Collections.reverse(index);
        return List.copyOf(index);
    }

    static int flat(List<Integer> shape, List<Integer> index) {
        int flat = 0;
        for (int axis = 0; axis < shape.size(); axis++) {
            flat = flat * shape.get(axis) + index.get(axis);
        }
        return flat;
    }

    /** How far apart two neighbours along an axis lie. */
    static int stride(List<Integer> shape, int axis) {
        return size(shape.subList(axis + 1, shape.size()));
    }

    static String axes(List<Integer> axes) {
        return (axes.size() == 1 ? "axis " : "axes ")
                + axes.stream().map(String::valueOf).collect(Collectors.joining(" and "));
    }

    /** All choices of at least one axis, the smallest first. */
    static List<List<Integer>> choices(int axes) {
        var all = new ArrayList<List<Integer>>();
        for (int chosen = 1; chosen < 1 << axes; chosen++) {
            var choice = new ArrayList<Integer>();
            for (int axis = 0; axis < axes; axis++) {
                if ((chosen >> axis & 1) == 1) {
                    choice.add(axis);
                }
            }
            all.add(List.copyOf(choice));
        }
        all.sort((one, other) -> Integer.compare(one.size(), other.size()));
        return all;
    }

    /** For each place the number of its group, where places that differ along {@code axes} only are one group. */
    static int[] groups(List<Integer> shape, List<Integer> axes) {
        int[] groups = new int[size(shape)];
        for (int i = 0; i < groups.length; i++) {
            int first = i;
            for (int axis : axes) {
                int stride = stride(shape, axis);
                first -= i / stride % shape.get(axis) * stride;
            }
            groups[i] = first;
        }
        return groups;
    }

    /**
     * The values of an array laid over a larger shape as NumPy does it: from the last axis on, sizes equal or 1. Null where
     * that cannot be done.
     */
    static double[] broadcast(List<Integer> from, double[] values, List<Integer> to) {
        int missing = to.size() - from.size();
        if (missing < 0) {
            return null;
        }
        for (int axis = 0; axis < from.size(); axis++) {
            if (from.get(axis) != 1 && !from.get(axis).equals(to.get(axis + missing))) {
                return null;
            }
        }
        double[] wide = new double[size(to)];
        for (int i = 0; i < wide.length; i++) {
            int place = 0;
            for (int axis = 0; axis < from.size(); axis++) {
                int index = i / stride(to, axis + missing) % to.get(axis + missing);
                place = place * from.get(axis) + (from.get(axis) == 1 ? 0 : index);
            }
            wide[i] = values[place];
        }
        return wide;
    }
}
