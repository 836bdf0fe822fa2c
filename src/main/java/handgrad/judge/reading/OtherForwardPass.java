package handgrad.judge.reading;

import handgrad.InputException;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.layer.Dense;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Forward passes with other biases, weights, sums or functions than the declared ones. */
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
        String leftOut = "the biases are left out of the forward pass";
        String twice = "the biases are added twice in the forward pass";
        String subtracted = "the biases are subtracted in the forward pass";
        return Stream.of(
                        biases("bias-missing-in-forward-pass", 0, leftOut, "%s W%d"),
                        biases("bias-twice-in-forward-pass", 2, twice, "%s W%d + 2 b%d"),
                        biases("bias-subtracted-in-forward-pass", -1, subtracted, "%s W%d - b%d"),
                        everyWay(
                                "weights-transposed-in-forward-pass",
                                "square weights are transposed in the forward pass",
                                "%s W%d^T + b%d",
                                this::transpose),
                        sumsKept(),
                        functions())
                .flatMap(scenes -> scenes);
    }

    private Stream<OtherScene> biases(String mistake, double factor, String sentence, String computes) {
        return everyWay(mistake, sentence, computes, (theta, l) -> {
            boolean any = false;
            for (int i = declared.bias(l).offset(); i < declared.bias(l).end(); i++) {
                any |= theta[i] != 0;
                theta[i] *= factor;
            }
            return any;
        });
    }

    private boolean transpose(double[] theta, int l) {
        double[] rows = Matrices.flat(declared.w(l));
        boolean square = declared.nIn(l) == declared.nOut(l) && declared.nIn(l) > 1;
        if (square) {
            // They lie in column order.
            System.arraycopy(rows, 0, theta, declared.weights(l).offset(), rows.length);
        }
        return square;
    }

    /**
     * In all layers, and in each alone.
     *
     * @param change what is done to the parameters of a layer, and whether it makes a difference
     */
    private Stream<OtherScene> everyWay(
            String mistake, String sentence, String computes, BiPredicate<double[], Integer> change) {
        return IntStream.rangeClosed(last == 0 ? 0 : -1, last)
                .mapToObj(l -> l < 0
                        ? changed(mistake, sentence + ", in several layers", computes, change, 0, last)
                        : changed(mistake, sentence, computes, change, l, l))
                .flatMap(Optional::stream);
    }

    private Optional<OtherScene> changed(
            String mistake, String sentence, String computes, BiPredicate<double[], Integer> change, int from, int to) {
        double[] theta = declared.theta.values().clone();
        int[] made = IntStream.rangeClosed(from, to)
                .filter(l -> change.test(theta, l))
                .toArray();
        if (made.length == 0 || (made.length == 1 && from < to)) {
            return Optional.empty();
        }
        int l = made[made.length - 1];
        String input = l == 0 ? "x" : "a" + l;
        var cause = new Cause(
                mistake,
                Step.FORWARD,
                l,
                Optional.empty(),
                sentence,
                "z%d = ".formatted(l + 1) + computes.formatted(input, l + 1, l + 1),
                "z%d = %s W%d + b%d".formatted(l + 1, input, l + 1, l + 1));
        return Optional.of(new OtherScene(cause, declared.at(new Point(network, theta))));
    }

    /** Whoever adds up z in a field and does not set it to 0 adds to that of the sample before. */
    private Stream<OtherScene> sumsKept() {
        var cause = new Cause(
                "sums-kept-from-the-sample-before",
                Step.FORWARD,
                last,
                Optional.empty(),
                "z is added to that of the sample before",
                "z of a sample = z of the sample before + a W + b",
                "z of a sample = a W + b");
        return declared.n == 1 ? Stream.of() : Stream.of(new OtherScene(cause, declared.withSumsKept()));
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
            var cause = new Cause(
                    "other-activation",
                    Step.FORWARD,
                    to,
                    Optional.empty(),
                    "the function is %s, where %s is declared%s"
                            .formatted(other.id(), right, from < to ? ", in every hidden layer" : ""),
                    formula.formatted(to + 1, other.id(), to + 1),
                    formula.formatted(to + 1, right, to + 1));
            return Optional.of(new OtherScene(cause, declared.at(new Point(changed, declared.theta.values()))));
        } catch (InputException e) {
            return Optional.empty();
        }
    }
}
