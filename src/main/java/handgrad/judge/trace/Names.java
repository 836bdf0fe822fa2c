package handgrad.judge.trace;

import handgrad.network.Network;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What the quantities of one sample's way through a network are called; {@code l} is an index, and layers are named from 1. */
record Names(Network network) {
    int last() {
        return network.depth() - 1;
    }

    /** {@code a1[j]}, or {@code y[j]} of the last layer. */
    String output(int l, int j) {
        return l == last() ? "y[%d]".formatted(j) : "a%d[%d]".formatted(l + 1, j);
    }

    /** The output of the layer below, or {@code x[i]} for the first layer. */
    String input(int l, int i) {
        return l == 0 ? "x[%d]".formatted(i) : output(l - 1, i);
    }

    static String z(int l, int j) {
        return "z%d[%d]".formatted(l + 1, j);
    }

    static String delta(int l, int j) {
        return "delta%d[%d]".formatted(l + 1, j);
    }

    String outputDerivative(int l, int j) {
        return "dL/d" + output(l, j);
    }

    static String target(int k) {
        return "t[%d]".formatted(k);
    }

    static String lossTerm(int k) {
        return "L[%d]".formatted(k);
    }

    /** {@code sigmoid(z1[1])}, {@code softmax(z2)[2]}. */
    String activation(int l, int j) {
        String f = network.layer(l).activation().id();
        return network.layer(l).activation().entrywise()
                ? "%s(%s)".formatted(f, z(l, j))
                : "%s(z%d)[%d]".formatted(f, l + 1, j);
    }

    /** Symbols with their values. */
    static FormulaRow symbols(int size, IntFunction<String> name, IntToDoubleFunction value, FormulaRow.Asides asides) {
        return new FormulaRow(
                IntStream.range(0, size)
                        .mapToObj(k -> new Expression.Symbol(name.apply(k), value.applyAsDouble(k)))
                        .toList(),
                asides);
    }
}
