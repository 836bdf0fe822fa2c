package handgrad.judge.trace;

import handgrad.InputException;
import handgrad.network.Network;
import handgrad.network.layer.Layer;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which lines of a trace are kept: all, those of one layer, of one neuron, or of one neuron in each layer.
 *
 * @param layer its index, from 0
 * @param neuron its index, from 0
 */
public record Selection(OptionalInt layer, OptionalInt neuron) {
    /** A network of more parameters is only shown one neuron at a time. */
    public static final int READABLE = 200;

    /** What the oracle still differentiates within seconds. */
    private static final int LARGEST = 100_000;

    public static Selection all() {
        return new Selection(OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * A selection that fits a network.
     *
     * @param layer as users count it, from 1
     * @param neuron from 0
     * @throws InputException if the network has no such layer or neuron, or is too large for a trace, or too large for one
     *     without both
     */
    public static Selection of(Network network, OptionalInt layer, OptionalInt neuron) {
        if (network.size() > LARGEST) {
            throw new InputException("%s has %d parameters: expected at most %d for a trace"
                    .formatted(network.shape(), network.size(), LARGEST));
        }
        layer.ifPresent(l -> check("--layer", l, 1, network.depth(), "the layers of " + network.shape()));
        neuron.ifPresent(j -> {
            if (layer.isPresent()) {
                int l = layer.getAsInt();
                check("--neuron", j, 0, network.layer(l - 1).nOut() - 1, "the neurons of layer " + l);
            } else {
                int widest =
                        network.layers().stream().mapToInt(Layer::nOut).max().orElseThrow();
                check("--neuron", j, 0, widest - 1, "the neurons of the widest layer");
            }
        });
        if (network.size() > READABLE && (layer.isEmpty() || neuron.isEmpty())) {
            throw new InputException(
                    "%s has %d parameters, more than the %d that are readable at once: expected --layer and --neuron (%s)"
                            .formatted(network.shape(), network.size(), READABLE, ranges(network)));
        }
        return new Selection(layer.isEmpty() ? layer : OptionalInt.of(layer.getAsInt() - 1), neuron);
    }

    private static void check(String option, int given, int first, int last, String what) {
        if (given < first || given > last) {
            throw new InputException("%s %d: expected %d to %d, %s".formatted(option, given, first, last, what));
        }
    }

    private static String ranges(Network network) {
        return IntStream.range(0, network.depth())
                .mapToObj(l -> "layer %d: neurons 0 to %d"
                        .formatted(l + 1, network.layer(l).nOut() - 1))
                .collect(Collectors.joining(", "));
    }

    /** Whether a neuron's lines are kept. */
    public boolean includes(int l, int j) {
        return includes(l, OptionalInt.of(j));
    }

    /** Whether a line is kept; what belongs to a whole row is kept with its layer. */
    boolean includes(int l, OptionalInt j) {
        return (layer.isEmpty() || layer.getAsInt() == l)
                && (neuron.isEmpty() || j.isEmpty() || neuron.getAsInt() == j.getAsInt());
    }
}
