package handgrad.lab.own;

import handgrad.Named;
import handgrad.input.program.Ability;
import handgrad.network.Network;
import handgrad.network.function.Activation;
import handgrad.network.function.Loss;
import handgrad.network.layer.Layer;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether what a program says it can do includes a network. */
final class Fitness {
    private Fitness() {}

    /** Why it does not, with what the program can do instead; empty where it does. */
    static Optional<String> refusal(Ability ability, Network network) {
        if (ability instanceof Ability.Networks networks) {
            return networks(networks, network);
        }
        if (ability instanceof Ability.Fixed fixed) {
            Network can = fixed.start().network();
            return described(can).equals(described(network))
                    ? Optional.empty()
                    : Optional.of("it takes %s, found %s".formatted(described(can), described(network)));
        }
        return Optional.of("it takes a function of its own, expected one that takes networks");
    }

    private static Optional<String> networks(Ability.Networks can, Network network) {
        for (Layer layer : network.layers()) {
            if (!can.activations().contains(layer.activation())) {
                return refusal(
                        "the activations",
                        names(can.activations(), Activation::id),
                        layer.activation().id());
            }
        }
        if (!can.losses().contains(network.loss())) {
            return refusal(
                    "the losses", names(can.losses(), Loss::id), network.loss().id());
        }
        return can.reductions().contains(network.reduction())
                ? Optional.empty()
                : refusal(
                        "the reductions",
                        names(can.reductions(), Named::id),
                        network.reduction().id());
    }

    private static Optional<String> refusal(String kind, String can, String found) {
        return Optional.of("it takes %s %s, found %s".formatted(kind, can, found));
    }

    private static <T> String names(Collection<T> things, Function<T, String> name) {
        return things.stream().map(name).collect(Collectors.joining(", "));
    }

    private static String described(Network network) {
        return "%s, %s, %s (%s)"
                .formatted(
                        network.shape(),
                        names(network.layers(), layer -> layer.activation().id()),
                        network.loss().id(),
                        network.reduction().id());
    }
}
