package handgrad.judge.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A gradient that is an array, or the product of two, added up along axes, as that of a bias or of a gain is: along which axes it is right
 * to add, and what was done instead.
 */
final class Reductions implements Reader {
    /** Products of two are looked at among so many arrays at most. */
    private static final int MANY = 12;

    /** An array without some of its axes, and how it lost them. */
    private record Reduced(double[] values, String how) {}

    @Override
    public Optional<Structure> read(Evidence evidence, Scene scene) {
        if (!evidence.complete()) {
            return Optional.empty();
        }
        for (Scene.Array array : candidates(scene, evidence.size())) {
            List<Reduced> all = reductions(array, evidence.size());
            Optional<Reduced> right = all.stream()
                    .filter(reduced -> Fit.equal(reduced.values(), evidence.right(), evidence.tolerance()))
                    .findFirst();
            if (right.isPresent()) {
                for (Reduced reduced : all) {
                    Optional<Structure> found = Fit.of(
                            evidence,
                            reduced.values(),
                            evidence.tolerance(),
                            "the gradient of %s is %s of %s where %s is right"
                                    .formatted(
                                            Sentences.name(evidence.name()),
                                            reduced.how(),
                                            array.name(),
                                            right.get().how()));
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<Scene.Array> candidates(Scene scene, int size) {
        List<Scene.Array> larger = scene.arrays().stream()
                .filter(array -> array.values().length > size && array.shape().size() <= 4)
                .toList();
        var all = new ArrayList<>(larger);
        for (int i = 0; i < larger.size() && larger.size() <= MANY; i++) {
            for (int j = i; j < larger.size(); j++) {
                Scene.Array one = larger.get(i);
                Scene.Array other = larger.get(j);
                if (one.shape().equals(other.shape())) {
                    all.add(new Scene.Array(
                            "%s times %s".formatted(one.name(), other.name()),
                            one.shape(),
                            Fit.times(one.values(), other.values())));
                }
            }
        }
        return all;
    }

    private static List<Reduced> reductions(Scene.Array array, int size) {
        var all = new ArrayList<Reduced>();
        for (List<Integer> axes : Shapes.choices(array.shape().size())) {
            int count = Shapes.size(axes.stream().map(array.shape()::get).toList());
            if (count > 1 && array.values().length == count * size) {
                int[] groups = Shapes.groups(array.shape(), axes);
                int[] first = Arrays.stream(groups).distinct().sorted().toArray();
                String along = " along " + Shapes.axes(axes);
                double[] sums = picked(Groups.sums(array.values(), groups), first);
                all.add(new Reduced(sums, "the sum" + along));
                all.add(new Reduced(Fit.scaled(sums, 1.0 / count), "the mean" + along));
                all.add(new Reduced(picked(array.values(), first), "the first entry" + along));
                int last = last(groups, first[0]);
                all.add(new Reduced(
                        IntStream.of(first)
                                .mapToDouble(place -> array.values()[place + last])
                                .toArray(),
                        "the last entry" + along));
            }
        }
        return all;
    }

    private static double[] picked(double[] values, int[] places) {
        return IntStream.of(places).mapToDouble(place -> values[place]).toArray();
    }

    /** How far behind the first entry of a group its last one is. */
    private static int last(int[] groups, int group) {
        return IntStream.range(0, groups.length)
                        .filter(i -> groups[i] == group)
                        .max()
                        .orElse(group)
                - group;
    }
}
