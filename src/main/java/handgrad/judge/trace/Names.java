package handgrad.judge.trace;

import handgrad.network.Address;
import handgrad.network.Block;
import handgrad.network.Network;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What the quantities of one sample's way through a network are called. */
record Names(Network network) {
    int last() {
        return network.depth() - 1;
    }

    /** {@code a^l[j]}, or {@code y[j]} of the last layer. */
    String output(int l, int j) {
        return l == last() ? "y[%d]".formatted(j) : "a^%d[%d]".formatted(l, j);
    }

    /** {@code a^(l-1)[i]}, or {@code x[i]} for layer 0. */
    String input(int l, int i) {
        return l == 0 ? "x[%d]".formatted(i) : output(l - 1, i);
    }

    static String z(int l, int j) {
        return "z^%d[%d]".formatted(l, j);
    }

    static String delta(int l, int j) {
        return "delta^%d[%d]".formatted(l, j);
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

    /** {@code W^0[1,2]}, {@code b^0[2]}. */
    static String parameter(Address address) {
        Block block = address.block();
        String symbol = "%s^%d".formatted(block.slot().symbol(), block.layer());
        return block.isWeight()
                ? "%s[%d,%d]".formatted(symbol, address.row(), address.column())
                : "%s[%d]".formatted(symbol, address.column());
    }

    /** {@code sigmoid(z^0[1])}, {@code softmax(z^1)[2]}. */
    String activation(int l, int j) {
        String f = network.layer(l).activation().id();
        return network.layer(l).activation().entrywise()
                ? "%s(%s)".formatted(f, z(l, j))
                : "%s(z^%d)[%d]".formatted(f, l, j);
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
