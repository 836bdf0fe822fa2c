package handgrad.judge.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known to read from errors, the simplest first: of each tensor the first that fits is told, and its terms besides. */
final class Readers {
    private static final List<Reader> ALL = List.of(
            new Multiples(),
            new Reordered(),
            new Reductions(),
            new NamedFactors(),
            new Places(),
            new Spreads(),
            new Parts(),
            new OwnFactors(),
            Places::counted);

    private Readers() {}

    static List<Structure> structures(List<Evidence> all, List<Tensor> point, List<Intermediate> intermediates) {
        var scene = Scene.of(all, point, intermediates);
        var found = new ArrayList<Structure>();
        for (Evidence evidence : all) {
            if (evidence.fails()) {
                ALL.stream()
                        .map(reader -> reader.read(evidence, scene))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .ifPresent(found::add);
                found.addAll(Terms.read(evidence, intermediates));
            }
        }
        return List.copyOf(found);
    }
}
