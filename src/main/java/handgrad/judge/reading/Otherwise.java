package handgrad.judge.reading;

import handgrad.InputException;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.layer.Dense;
import handgrad.network.layer.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whether a gradient is right for another forward pass, or for other targets, than the declared ones. */
final class Otherwise {
    private final Point theta;
    private final Samples samples;
    private final Network network;
    private final int last;

    Otherwise(Point theta, Samples samples) {
        this.theta = theta;
        this.samples = samples;
        this.network = theta.network();
        this.last = network.depth() - 1;
    }

    private record Variant(Cause cause, Point theta, Samples samples, boolean sumsKept) {
        Variant(Cause cause, Point theta, Samples samples) {
            this(cause, theta, samples, false);
        }
    }

    /** The variants for which the claim is the right gradient. */
    List<Reader.Reading> fitting(Claim claim) {
        var readings = new ArrayList<Reader.Reading>();
        Stream.of(functions(), points(), sumsKept(), targets(), oneTooFew())
                .flatMap(Function.identity())
                .forEach(variant -> {
                    double[] right = new Scene(variant.theta, variant.samples, OptionalDouble.empty(), variant.sumsKept)
                            .gradient();
                    Fit.of(
                                    claim.values(network.blocks()),
                                    claim.values(network.blocks(), right),
                                    claim.tolerance(),
                                    claim.least())
                            .filter(fit -> fit.exact() || isOfAll(variant, fit.factor()))
                            .ifPresent(
                                    fit -> readings.add(new Reader.Reading(List.of(variant.cause), 2, fit.residual())));
                });
        return readings;
    }

    /** The mean over fewer samples, divided by the number of all. */
    private boolean isOfAll(Variant variant, double factor) {
        double share = (double) variant.samples.n() / samples.n();
        return share != 1 && network.reduction() == Reduction.MEAN && Math.abs(factor - share) <= 1e-6;
    }

    private Cause cause(String mistake, Step step, int layer, String sentence, String computes, String right) {
        return new Cause(mistake, step, layer, Optional.empty(), sentence, computes, right);
    }

    /** Another activation in one layer, or in all hidden ones. */
    private Stream<Variant> functions() {
        var variants = new ArrayList<Variant>();
        for (Activation other : Definitions.all(Activation.class)) {
            for (int l = 0; l <= last; l++) {
                var layers = new ArrayList<>(network.layers());
                layers.set(l, with(network.layer(l), other));
                add(variants, layers, l, other);
            }
            if (last > 1) {
                var layers = new ArrayList<>(network.layers());
                for (int l = 0; l < last; l++) {
                    layers.set(l, with(network.layer(l), other));
                }
                add(variants, layers, last - 1, other);
            }
        }
        return variants.stream();
    }

    private static Layer with(Layer layer, Activation f) {
        return new Dense(layer.nIn(), layer.nOut(), f);
    }

    private void add(List<Variant> variants, List<Layer> layers, int l, Activation other) {
        if (layers.equals(network.layers())) {
            return;
        }
        try {
            var changed = new Network(layers, network.loss(), network.reduction());
            String declared = network.layer(l).activation().id();
            variants.add(new Variant(
                    cause(
                            "other-activation",
                            Step.FORWARD,
                            l,
                            "the gradient is right for %s, the declared activation is %s"
                                    .formatted(other.id(), declared),
                            "a%d = %s(z%d)".formatted(l + 1, other.id(), l + 1),
                            "a%d = %s(z%d)".formatted(l + 1, declared, l + 1)),
                    new Point(changed, theta.values()),
                    samples));
        } catch (InputException e) {
            // The loss is not defined on such outputs.
        }
    }

    /** Without biases. */
    private Stream<Variant> points() {
        double[] without = theta.values().clone();
        network.blocks().stream()
                .filter(block -> !block.isWeight())
                .forEach(block -> Arrays.fill(without, block.offset(), block.end(), 0));
        return Arrays.equals(without, theta.values())
                ? Stream.of()
                : Stream.of(new Variant(
                        cause(
                                "bias-missing-in-forward-pass",
                                Step.FORWARD,
                                last,
                                "the gradient is right for a forward pass without biases",
                                "z = a W",
                                "z = a W + b"),
                        new Point(network, without),
                        samples));
    }

    /** Whoever adds up z in a field and does not set it to 0 adds to that of the sample before. */
    private Stream<Variant> sumsKept() {
        return samples.n() == 1
                ? Stream.of()
                : Stream.of(new Variant(
                        cause(
                                "sums-kept-from-the-sample-before",
                                Step.FORWARD,
                                last,
                                "the gradient is right for a forward pass in which z is added to that of the sample before",
                                "z of a sample = z of the sample before + a W + b",
                                "z of a sample = a W + b"),
                        theta,
                        samples,
                        true));
    }

    private Stream<Variant> targets() {
        double[][] t = samples.y();
        int n = samples.n();
        double[][] shifted = new double[n][];
        double[][] reversed = new double[n][];
        for (int s = 0; s < n; s++) {
            shifted[s] = t[(s + 1) % n];
            reversed[s] = t[n - 1 - s];
        }
        return Stream.of(
                        targets("targets-of-other-samples", "the targets are shifted by one sample", shifted),
                        targets("targets-of-other-samples", "the targets stand in the reverse order", reversed),
                        targets(
                                "targets-swapped",
                                "0 and 1 are swapped in the targets",
                                Matrices.mapped(t, x -> 1 - x)),
                        targets(
                                "targets-scaled",
                                "the targets are -1 and 1, not 0 and 1",
                                Matrices.mapped(t, x -> 2 * x - 1)),
                        targets(
                                "targets-scaled",
                                "the targets are 0 and 1, not -1 and 1",
                                Matrices.mapped(t, x -> (x + 1) / 2)),
                        targets("targets-missing", "the targets are all 0", Matrices.scaled(t, 0)))
                .filter(variant -> !Arrays.deepEquals(variant.samples.y(), t));
    }

    /** A loop over the samples that ends one too early, or begins one too late. */
    private Stream<Variant> oneTooFew() {
        int n = samples.n();
        return n < 3 ? Stream.of() : Stream.of(without("last", 0, n - 1), without("first", 1, n));
    }

    private Variant without(String which, int from, int to) {
        return new Variant(
                cause(
                        "sample-left-out",
                        Step.REDUCTION,
                        last,
                        "the %s sample of the batch does not count".formatted(which),
                        "the sum over all samples but the %s".formatted(which),
                        "the sum over all samples"),
                theta,
                new Samples(Arrays.copyOfRange(samples.x(), from, to), Arrays.copyOfRange(samples.y(), from, to)));
    }

    private Variant targets(String mistake, String sentence, double[][] t) {
        return new Variant(
                cause(
                        mistake,
                        Step.TARGETS,
                        last,
                        "the gradient is right for other targets: " + sentence,
                        "dL/dy with other targets",
                        "dL/dy with the targets of the same sample"),
                theta,
                new Samples(samples.x(), t));
    }
}
