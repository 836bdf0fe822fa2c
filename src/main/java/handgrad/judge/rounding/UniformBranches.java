package handgrad.judge.rounding;

import handgrad.network.Network;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The branches of programs that take one slope in all kinks of a function: in those where a number stands exactly on one, or in all.
 * Of several functions, and of the loss, each combination.
 */
record UniformBranches(Network network, List<Kink> kinks) {
    /** Of more functions with kinks not all combinations are tried. */
    private static final int FUNCTIONS = 4;

    Stream<Branch> all() {
        List<String> functions = kinks.stream().map(this::function).distinct().toList();
        if (functions.size() > FUNCTIONS) {
            return Stream.empty();
        }
        int combinations = power(functions.size());
        return IntStream.range(0, combinations).boxed().flatMap(combination -> Stream.of(true, false)
                .map(all -> branch(functions, combination, all)));
    }

    private static int power(int exponent) {
        return exponent == 0 ? 1 : Fit.USUAL.length * power(exponent - 1);
    }

    /** @param combination its digits are the functions' shares */
    private Branch branch(List<String> functions, int combination, boolean all) {
        return new Branch(kinks.stream()
                .map(kink -> {
                    int digit = combination / power(functions.indexOf(function(kink))) % Fit.USUAL.length;
                    return new Branch.Turn(kink, all || kink.exact() ? Fit.USUAL[digit] : kink.natural());
                })
                .toList());
    }

    private String function(Kink kink) {
        int l = kink.place().layer();
        return l == network.depth()
                ? network.loss().id()
                : network.layer(l).activation().id();
    }
}
