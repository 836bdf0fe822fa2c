package handgrad.judge.rounding;

import handgrad.network.Network;
import handgrad.network.layer.Theta;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the branch that a gradient has taken, from the output down. Once the sides above are known the gradient of a layer is
 * linear in the shares of its own kinks, and each unit's entries in those of the unit alone: the few of them are fitted, unit by
 * unit. What is found is a candidate only.
 */
final class BranchSearch {
    private final Network network;
    private final List<PlainPart> parts;
    private final List<Kink> kinks;
    private final double[] tolerance;
    private final double[] wanted;
    private final List<Branch.Turn> turns = new ArrayList<>();
    private final Map<Integer, Integer> positions = new HashMap<>();

    /**
     * @param wanted what the parts that stand at kinks have to add up to, not reduced
     * @param tolerance of each entry, in the same measure
     */
    BranchSearch(Network network, List<PlainPart> parts, List<Kink> kinks, double[] wanted, double[] tolerance) {
        this.network = network;
        this.parts = parts;
        this.kinks = kinks;
        this.wanted = wanted;
        this.tolerance = tolerance;
        for (int p = 0; p < parts.size(); p++) {
            positions.put(parts.get(p).number(), p);
        }
    }

    Branch found() {
        int last = network.depth() - 1;
        List<List<Row>> above = List.of();
        for (int l = last; l >= 0; l--) {
            int layer = l;
            var own = kinks.stream()
                    .filter(kink -> Math.min(kink.place().layer(), last) == layer)
                    .toList();
            settle(l, own, above);
            above = deltas(l, new Branch(turns), above);
        }
        return new Branch(turns);
    }

    /** {@code dL/dz} of a layer in each part, along a branch, given that of the layer above. */
    private List<List<Row>> deltas(int l, Branch branch, List<List<Row>> above) {
        parts.forEach(part -> part.follow(branch));
        return IntStream.range(0, parts.size())
                .mapToObj(p -> l == network.depth() - 1
                        ? parts.get(p).outputDelta()
                        : parts.get(p).below(l + 1, above.get(p)))
                .toList();
    }

    private void settle(int l, List<Kink> own, List<List<Row>> above) {
        if (own.isEmpty()) {
            return;
        }
        List<List<Row>> base = deltas(l, with(own, new double[own.size()]), above);
        int from = network.blocks(l).get(0).offset();
        int size = network.blocks(l).stream().mapToInt(block -> block.size()).sum();
        double[] rest = Arrays.copyOfRange(wanted, from, from + size);
        for (int p = 0; p < parts.size(); p++) {
            PlainPart.add(parts.get(p).gradient(l, base.get(p)), rest, 0, -1);
        }
        double[] ones = new double[own.size()];
        Arrays.fill(ones, 1);
        List<List<Row>> other = deltas(l, with(own, ones), above);
        for (List<Kink> group : groups(l, own)) {
            fit(l, group, new Sides(base, other), rest, from);
        }
    }

    private Branch with(List<Kink> own, double... shares) {
        var all = new ArrayList<>(turns);
        all.addAll(Branch.of(own, shares).turns());
        return new Branch(all);
    }

    /** Of a hidden layer each unit by itself. */
    private Collection<List<Kink>> groups(int l, List<Kink> own) {
        boolean output = l == network.depth() - 1;
        return own.stream()
                .collect(Collectors.groupingBy(kink -> output ? 0 : kink.unit(), TreeMap::new, Collectors.toList()))
                .values();
    }

    /** {@code dL/dz} of a layer in each part with all its kinks below, and all above. */
    private record Sides(List<List<Row>> below, List<List<Row>> above) {}

    private void fit(int l, List<Kink> group, Sides sides, double[] rest, int from) {
        double[][] columns = new double[group.size()][rest.length];
        for (int k = 0; k < columns.length; k++) {
            Kink kink = group.get(k);
            PlainPart part = parts.get(positions.get(kink.place().part()));
            double[] effect = effect(l, kink, sides.below, sides.above);
            Theta<Row> gradient = part.gradient(l, kink.place().sample(), effect);
            PlainPart.add(gradient, columns[k], 0, 1);
        }
        int[] rows = IntStream.range(0, rest.length)
                .filter(i -> Arrays.stream(columns).anyMatch(column -> column[i] != 0))
                .toArray();
        double[][] scaled =
                Arrays.stream(columns).map(column -> scaled(column, rows, from)).toArray(double[][]::new);
        double[] shares = new Fit(group, scaled, scaled(rest, rows, from)).shares();
        turns.addAll(Branch.of(group, shares).turns());
    }

    private double[] scaled(double[] values, int[] rows, int from) {
        return Arrays.stream(rows)
                .mapToDouble(i -> values[i] / tolerance[from + i])
                .toArray();
    }

    /** How {@code dL/dz} on the kink's sample changes from one side to the other. */
    private double[] effect(int l, Kink kink, List<List<Row>> base, List<List<Row>> other) {
        int sample = kink.place().sample();
        int p = positions.get(kink.place().part());
        if (l == network.depth() - 1) {
            return difference(outputDelta(p, kink, 1), outputDelta(p, kink, 0));
        }
        double[] effect = new double[network.layer(l).nOut()];
        int k = kink.unit();
        effect[k] = ((Plain) other.get(p).get(sample)).value(k)
                - ((Plain) base.get(p).get(sample)).value(k);
        return effect;
    }

    private double[] outputDelta(int p, Kink kink, double share) {
        PlainPart part = parts.get(p);
        part.follow(Branch.of(List.of(kink), share));
        return ((Plain) part.outputDelta().get(kink.place().sample())).values();
    }

    private static double[] difference(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(k -> a[k] - b[k]).toArray();
    }
}
