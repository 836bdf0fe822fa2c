package handgrad.judge.reading;

import handgrad.network.Network;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** A mistake in a layer, from 0: in its own gradient, or in what comes down to it. */
record Planted(Kind kind, int layer) {
    /** What can be planted. */
    enum Kind {
        WEIGHTS_DOUBLED,
        BIAS_SUMMED_OVER_NEURONS,
        DERIVATIVE_MISSING,
        GRADIENT_NEGATED,
        TRANSPOSED_ON_THE_WAY_DOWN,
        RAW_ERROR_PASSED_DOWN
    }

    boolean isNamedBy(Cause cause) {
        return cause.layer() == layer && steps(kind).contains(cause.step());
    }

    /** The words for it. The output's missing derivative is the delta of another loss. */
    private static Set<Step> steps(Kind kind) {
        return switch (kind) {
            case WEIGHTS_DOUBLED, GRADIENT_NEGATED -> EnumSet.of(Step.SCALE);
            case BIAS_SUMMED_OVER_NEURONS -> EnumSet.of(Step.REDUCTION);
            case DERIVATIVE_MISSING -> EnumSet.of(Step.DERIVATIVE, Step.OUTPUT_DELTA);
            case TRANSPOSED_ON_THE_WAY_DOWN, RAW_ERROR_PASSED_DOWN -> EnumSet.of(Step.PASSED_DOWN);
        };
    }

    /**
     * Two that can be made in the network, in different layers. They are of different kinds: two negated gradients, one above the
     * other, are one sign that is passed down, and a derivative that is missing everywhere is one mistake.
     */
    static List<Planted> two(Network network, RandomGenerator random) {
        var all = new ArrayList<Planted>();
        for (int l = 0; l < network.depth(); l++) {
            for (Kind kind : Kind.values()) {
                if (canBeMade(kind, l, network)) {
                    all.add(new Planted(kind, l));
                }
            }
        }
        while (true) {
            Planted one = all.get(random.nextInt(all.size()));
            Planted other = all.get(random.nextInt(all.size()));
            if (one.layer > other.layer && one.kind != other.kind && !hides(one, other)) {
                return List.of(one, other);
            }
        }
    }

    private static boolean canBeMade(Kind kind, int l, Network network) {
        int last = network.depth() - 1;
        return switch (kind) {
            case WEIGHTS_DOUBLED, GRADIENT_NEGATED -> true;
            // The delta of a softmax adds up to 0, and so to a bias's gradient that is missing.
            case BIAS_SUMMED_OVER_NEURONS -> network.layer(l).activation().entrywise();
            case DERIVATIVE_MISSING -> hasDerivative(network, l);
            case RAW_ERROR_PASSED_DOWN -> l < last && hasDerivative(network, l + 1);
            case TRANSPOSED_ON_THE_WAY_DOWN ->
                l < last && network.layer(l + 1).nIn() == network.layer(l + 1).nOut();
        };
    }

    private static boolean hasDerivative(Network network, int l) {
        return Set.of("tanh", "sigmoid").contains(network.layer(l).activation().id());
    }

    /** Where the derivative is missing, delta is the raw error. */
    private static boolean hides(Planted above, Planted below) {
        return above.kind == Kind.DERIVATIVE_MISSING
                && below.kind == Kind.RAW_ERROR_PASSED_DOWN
                && above.layer == below.layer + 1;
    }
}
