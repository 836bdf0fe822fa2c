package handgrad.judge.diagnosis;

import handgrad.network.Network;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lists of faults: a mistake in each layer and in all, in its forms. */
final class Ways {
    private Ways() {}

    static List<Fault> with(List<Fault> faults, Fault... others) {
        return Stream.concat(faults.stream(), Stream.of(others)).toList();
    }

    static List<Fault> forms(Fault fault, int count) {
        return IntStream.range(0, count).mapToObj(fault::form).toList();
    }

    static Fault[] inForm(List<Fault> faults, int form) {
        return faults.stream().map(fault -> fault.form(form)).toArray(Fault[]::new);
    }

    static Stream<Fault> layers(Mistake mistake, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(l -> Fault.in(l, mistake));
    }

    /** In each layer from one to another alone, and in all at once; in a network of one layer only the latter. */
    static List<Fault> everyWay(Network network, Mistake mistake, int from, int to) {
        if (network.depth() == 1) {
            return from == 0 && to == 0 ? List.of(Fault.everywhere(mistake)) : List.of();
        }
        var alone = layers(mistake, from, to).toList();
        return alone.size() > 1 ? with(alone, Fault.everywhere(mistake)) : alone;
    }
}
