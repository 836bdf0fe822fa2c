package handgrad.judge.trace;

import handgrad.network.Address;
import handgrad.network.Network;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names that worked examples of 2-2-2 networks give their parameters, neuron by neuron: {@code w1} to {@code w4} lead to
 * the hidden neurons, {@code w5} to {@code w8} to the outputs, {@code b1}, {@code b2} and {@code b3}, {@code b4} are their
 * biases. Other networks have none.
 */
public final class ShortNames {
    private static final String SHAPE = "2-2-2";
    private static final int WIDTH = 2;

    private ShortNames() {}

    /** {@code w7} where there are short names, else {@code W^1[0,1]}. */
    static String parameter(Network network, Address address) {
        int l = address.block().layer();
        if (!has(network)) {
            return Names.parameter(address);
        }
        return address.block().isWeight()
                ? "w" + (WIDTH * WIDTH * l + WIDTH * address.column() + address.row() + 1)
                : "b" + (WIDTH * l + address.column() + 1);
    }

    /** {@code dL/dW^1[0,1]}, and {@code dL/dw7} where there are short names. */
    static String[] derivative(Network network, Address address) {
        return Stream.of(Names.parameter(address), parameter(network, address))
                .distinct()
                .map("dL/d"::concat)
                .toArray(String[]::new);
    }

    private static boolean has(Network network) {
        return network.shape().equals(SHAPE)
                && network.layers().stream().allMatch(layer -> layer.kind().equals("dense"));
    }

    /** What the names stand for, a line a layer; none for another network. */
    public static List<String> legend(Network network) {
        return has(network)
                ? Stream.of(
                                "w1, w2, w3, w4 = W^0[0,0], W^0[1,0], W^0[0,1], W^0[1,1]; b1, b2 = b^0[0], b^0[1]",
                                "w5, w6, w7, w8 = W^1[0,0], W^1[1,0], W^1[0,1], W^1[1,1]; b3, b4 = b^1[0], b^1[1]")
                        .toList()
                : List.of();
    }
}
