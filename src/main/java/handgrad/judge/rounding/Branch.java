package handgrad.judge.rounding;

import handgrad.judge.oracle.Derivative;
import handgrad.judge.oracle.Lean;
import handgrad.network.Network;
import handgrad.network.function.Activation;
import handgrad.network.number.Plain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One way to go through all kinks: for each of them how much of the slope is that of the side above. */
final class Branch {
    /** A kink, and the share of the side above. */
    record Turn(Kink kink, double share) {
        double slope() {
            return kink.slope(share);
        }
    }

    private final List<Turn> turns;
    private final Map<Kink.Place, List<Turn>> at = new HashMap<>();

    Branch(List<Turn> turns) {
        this.turns = List.copyOf(turns);
        turns.forEach(turn ->
                at.computeIfAbsent(turn.kink.place(), any -> new ArrayList<>()).add(turn));
    }

    static Branch of(List<Kink> kinks, double... shares) {
        return new Branch(IntStream.range(0, shares.length)
                .mapToObj(k -> new Turn(kinks.get(k), shares[k]))
                .toList());
    }

    /** That of the oracle. */
    static Branch natural(List<Kink> kinks) {
        return new Branch(
                kinks.stream().map(kink -> new Turn(kink, kink.natural())).toList());
    }

    List<Turn> turns() {
        return turns;
    }

    List<Turn> at(int part, int layer, int sample) {
        return at.getOrDefault(new Kink.Place(part, layer, sample), List.of());
    }

    /**
     * {@code dL/dz} of the output layer on a sample, from the definitions, where they have a kink there.
     *
     * @param choices how many choices the output's activation makes
     */
    Optional<double[]> outputDelta(Network network, int part, int sample, Plain z, Plain t, int choices) {
        int depth = network.depth();
        var leans = new ArrayList<Lean>();
        at(part, depth - 1, sample).forEach(turn -> leans.addAll(turn.kink().alone(turn.share())));
        at(part, depth, sample).forEach(turn -> turn.kink().alone(turn.share()).stream()
                .map(lean -> new Lean(choices + lean.choice(), lean.unit(), lean.share()))
                .forEach(leans::add));
        if (leans.isEmpty()) {
            return Optional.empty();
        }
        Activation f = network.outputLayer().activation();
        double[] delta = new double[z.size()];
        for (int k = 0; k < delta.length; k++) {
            double[] one = new double[delta.length];
            one[k] = 1;
            delta[k] = Arrays.stream(Derivative.along(
                            moved -> network.loss().of(moved, f.of(moved), Derivative.still(t, moved)),
                            z.values(),
                            one,
                            leans))
                    .sum();
        }
        return Optional.of(delta);
    }
}
