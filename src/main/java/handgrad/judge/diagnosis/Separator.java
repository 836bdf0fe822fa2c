package handgrad.judge.diagnosis;

import handgrad.judge.diagnosis.Diagnosis.Separating;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Samples;
import handgrad.network.layer.Dense;
import handgrad.network.layer.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Tells mistakes apart on cases of its own: random points and five random samples each, on which no two factors are equal by
 * chance; first for the network itself, then for one with another output, since some factors are its number of outputs. At
 * one point all that matters may lie on the flat side of a relu, so there are several.
 */
final class Separator {
    private static final int SAMPLES = 5;
    private static final long SEED = 20;
    private static final int POINTS = 4;
    /** Mistakes that exist only where widths are equal, and so not in a network with another output. */
    private static final Set<Mistake> BOUND_TO_WIDTHS = EnumSet.of(
            Mistake.TRANSPOSED_WEIGHTS,
            Mistake.ELEMENTWISE_PRODUCT,
            Mistake.LAYER_SWAPPED,
            Mistake.SAME_UPDATE_IN_EVERY_LAYER);

    private final double rounding;
    private final List<Separating> same;
    private final List<Separating> wider;

    Separator(Network network, double rounding) {
        this.rounding = rounding;
        this.same = randomCases(network);
        this.wider = randomCases(wider(network));
    }

    private static Network wider(Network network) {
        var layers = new ArrayList<>(network.layers());
        Layer output = layers.remove(layers.size() - 1);
        layers.add(new Dense(output.nIn(), output.nOut() + 1, output.activation()));
        return new Network(layers, network.loss(), network.reduction());
    }

    private static List<Separating> randomCases(Network network) {
        return LongStream.range(SEED, SEED + POINTS)
                .mapToObj(seed -> randomCase(network, new Random(seed)))
                .toList();
    }

    private static Separating randomCase(Network network, Random random) {
        double[] point = random.doubles(network.size(), -1, 1)
                .map(Separator::threeDecimals)
                .toArray();
        double[][] x = new double[SAMPLES][];
        double[][] t = new double[SAMPLES][];
        for (int s = 0; s < SAMPLES; s++) {
            x[s] = random.doubles(network.nIn(), -2, 2)
                    .map(Separator::threeDecimals)
                    .toArray();
            t[s] = target(network.loss().target(random, network.nOut()));
        }
        return new Separating(new Point(network, point), new Samples(x, t));
    }

    /** Easy to copy. */
    private static double threeDecimals(double value) {
        return Math.rint(value * 1000) / 1000;
    }

    /** From 0 to 1, whatever the loss takes. */
    private static double[] target(double[] t) {
        return Arrays.stream(t).map(Math::abs).map(Separator::threeDecimals).toArray();
    }

    /** A case on which the two would produce different gradients, if there is one. */
    Optional<Separating> separating(List<Fault> one, List<Fault> two) {
        boolean bound = Stream.concat(one.stream(), two.stream()).anyMatch(f -> BOUND_TO_WIDTHS.contains(f.mistake()));
        return Stream.concat(same.stream(), bound ? Stream.empty() : wider.stream())
                .filter(place -> separates(place, one, two))
                .findFirst();
    }

    private boolean separates(Separating proposal, List<Fault> one, List<Fault> two) {
        var place = new Place(proposal.parameters(), proposal.samples());
        return place.distance(place.gradient(one), place.gradient(two)) > rounding;
    }
}
