package handgrad.judge.trace;

import handgrad.network.Address;
import handgrad.network.Network;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names that worked examples of 2-2-2 networks give their weights, neuron by neuron: {@code w1} to {@code w4} lead to the
 * hidden neurons, {@code w5} to {@code w8} to the outputs. Other networks have none, and biases have none: {@code b1} is all of
 * layer 1.
 */
public final class ShortNames {
    private static final String SHAPE = "2-2-2";
    private static final int WIDTH = 2;

    private ShortNames() {}

    /** {@code w7} of a weight where there are short names, else {@code W2[0,1]}. */
    static String parameter(Network network, Address address) {
        int l = address.block().layer();
        return has(network) && address.block().isWeight()
                ? "w" + (WIDTH * WIDTH * l + WIDTH * address.column() + address.row() + 1)
                : address.toString();
    }

    /** {@code dL/dW2[0,1]}, and {@code dL/dw7} where there are short names. */
    static String[] derivative(Network network, Address address) {
        return Stream.of(address.toString(), parameter(network, address))
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
                ? List.of(
                        "w1, w2, w3, w4 = W1[0,0], W1[1,0], W1[0,1], W1[1,1]",
                        "w5, w6, w7, w8 = W2[0,0], W2[1,0], W2[0,1], W2[1,1]")
                : List.of();
    }
}
