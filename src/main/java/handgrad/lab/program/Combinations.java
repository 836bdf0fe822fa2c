package handgrad.lab.program;

import handgrad.input.program.Ability;
import handgrad.network.Reduction;
import handgrad.network.function.Activation;
import handgrad.network.function.Loss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Few combinations of functions that use all that a program offers. */
final class Combinations {
    private static final int MOST = 12;

    /** What people write first is asked first. */
    private static final List<String> COMMON = List.of(
            "sigmoid",
            "tanh",
            "relu",
            "softmax",
            "half-squared-error",
            "binary-cross-entropy",
            "cross-entropy",
            "mean-squared-error",
            "mean",
            "sum");

    private Combinations() {}

    /** At each turn the one that uses the most that has not been used, of those the commonest. */
    static List<Combination> of(Ability.Networks can) {
        List<Combination> all = all(can);
        var chosen = new ArrayList<Combination>();
        var used = new HashSet<Object>();
        while (chosen.size() < MOST) {
            Combination next = all.stream()
                    .max(Comparator.comparingLong(combination -> fresh(combination, used)))
                    .filter(combination -> fresh(combination, used) > 0)
                    .orElse(null);
            if (next == null) {
                break;
            }
            chosen.add(next);
            used.addAll(next.uses());
        }
        return chosen;
    }

    private static long fresh(Combination combination, Set<Object> used) {
        return combination.uses().stream().filter(use -> !used.contains(use)).count();
    }

    private static List<Combination> all(Ability.Networks can) {
        List<Activation> activations = common(can.activations(), Activation::id);
        List<Activation> hidden =
                activations.stream().filter(Activation::entrywise).toList();
        List<Reduction> reductions = common(can.reductions(), Reduction::id);
        var all = new ArrayList<Combination>();
        for (Loss loss : common(can.losses(), Loss::id)) {
            for (Activation output : activations) {
                for (int i = 0; loss.accepts(output) && i < Math.max(1, hidden.size()); i++) {
                    for (Reduction reduction : reductions) {
                        all.add(new Combination(pair(hidden, i), output, loss, reduction));
                    }
                }
            }
        }
        return all;
    }

    /** Two hidden functions at a time, so that an exchange of the two shows. */
    private static List<Activation> pair(List<Activation> hidden, int i) {
        return hidden.isEmpty() ? List.of() : List.of(hidden.get(i), hidden.get((i + 1) % hidden.size()));
    }

    private static <T> List<T> common(Set<T> given, Function<T, String> id) {
        return given.stream()
                .sorted(Comparator.comparingInt((T one) -> place(id.apply(one))).thenComparing(id))
                .toList();
    }

    private static int place(String id) {
        int place = COMMON.indexOf(id);
        return place < 0 ? COMMON.size() : place;
    }
}
