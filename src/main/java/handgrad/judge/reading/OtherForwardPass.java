package handgrad.judge.reading;

import handgrad.InputException;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.layer.Dense;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Forward passes with other biases, other sums or other functions than the declared ones. */
final class OtherForwardPass {
    private final Scene declared;
    private final Network network;
    private final int last;

    OtherForwardPass(Scene declared) {
        this.declared = declared;
        this.network = declared.network;
        this.last = declared.last;
    }

    /** The likeliest first. */
    Stream<OtherScene> all() {
        return Stream.of(
                        biases(
                                "bias-missing-in-forward-pass",
                                0,
                                "the biases are left out of the forward pass",
                                "z = a W"),
                        biases(
                                "bias-twice-in-forward-pass",
                                2,
                                "the biases are added twice in the forward pass",
                                "z = a W + 2 b"),
                        transposed(),
                        sumsKept(),
                        functions())
                .flatMap(scenes -> scenes);
    }

    private Stream<OtherScene> biases(String mistake, double factor, String how, String computes) {
        double[] values = declared.theta.values().clone();
        boolean any = false;
        for (int l = 0; l <= last; l++) {
            for (int i = declared.bias(l).offset(); i < declared.bias(l).end(); i++) {
                any |= values[i] != 0;
                values[i] *= factor;
            }
        }
        return any
                ? Stream.of(new OtherScene(
                        cause(mistake, how, computes, "z = a W + b"), declared.at(new Point(network, values))))
                : Stream.of();
    }

    /** Square weights used as they are laid out in the other order. */
    private Stream<OtherScene> transposed() {
        double[] values = declared.theta.values().clone();
        boolean any = false;
        for (int l = 0; l <= last; l++) {
            if (declared.nIn(l) == declared.nOut(l) && declared.nIn(l) > 1) {
                any = true;
                double[] turned = Matrices.flat(declared.w(l));
                System.arraycopy(turned, 0, values, declared.weights(l).offset(), turned.length);
            }
        }
        return any
                ? Stream.of(new OtherScene(
                        cause(
                                "weights-transposed-in-forward-pass",
                                "square weights are transposed in the forward pass",
                                "z = a W^T + b",
                                "z = a W + b"),
                        declared.at(new Point(network, values))))
                : Stream.of();
    }

    /** Whoever adds up z in a field and does not set it to 0 adds to that of the sample before. */
    private Stream<OtherScene> sumsKept() {
        return declared.n == 1
                ? Stream.of()
                : Stream.of(new OtherScene(
                        cause(
                                "sums-kept-from-the-sample-before",
                                "z is added to that of the sample before",
                                "z of a sample = z of the sample before + a W + b",
                                "z of a sample = a W + b"),
                        declared.withSumsKept()));
    }

    /** Another activation in one layer, or in all hidden ones. */
    private Stream<OtherScene> functions() {
        return Definitions.all(Activation.class).stream()
                .flatMap(other -> IntStream.rangeClosed(0, last > 1 ? last + 1 : last)
                        .mapToObj(l -> l <= last ? function(other, l, l) : function(other, 0, last - 1))
                        .flatMap(Optional::stream));
    }

    /** Empty where that is the declared one, or the loss is not defined on such outputs. */
    private Optional<OtherScene> function(Activation other, int from, int to) {
        var layers = new ArrayList<>(network.layers());
        for (int l = from; l <= to; l++) {
            layers.set(l, new Dense(declared.nIn(l), declared.nOut(l), other));
        }
        if (layers.equals(network.layers())) {
            return Optional.empty();
        }
        try {
            var changed = new Network(layers, network.loss(), network.reduction());
            String right = declared.f(to).id();
            String formula = "a%d = %s(z%d)";
            Cause cause = new Cause(
                    "other-activation",
                    Step.FORWARD,
                    to,
                    Optional.empty(),
                    "the function is %s, where %s is declared".formatted(other.id(), right),
                    formula.formatted(to + 1, other.id(), to + 1),
                    formula.formatted(to + 1, right, to + 1));
            return Optional.of(new OtherScene(cause, declared.at(new Point(changed, declared.theta.values()))));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private Cause cause(String mistake, String what, String computes, String right) {
        return new Cause(mistake, Step.FORWARD, last, Optional.empty(), what, computes, right);
    }
}
