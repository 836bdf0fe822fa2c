package handgrad.judge.accumulation;

import handgrad.network.Block;
import handgrad.network.MicroBatches;
import handgrad.network.Reduction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** One way to add micro-batches up: {@code sum_k c_k G_k}, over those that are chosen, and what is left of the batch before. */
record Weighing(Scale scale, Chosen chosen, Carried carried) {
    /** All ways that are known, the simplest first; the right one is the first. */
    static List<Weighing> of(Reduction reduction, int count) {
        var all = new ArrayList<Weighing>();
        for (Chosen chosen : Chosen.of(count)) {
            for (Scale scale : scales(reduction, chosen)) {
                for (Carried carried : Carried.values()) {
                    all.add(new Weighing(scale, chosen, carried));
                }
            }
        }
        all.sort(Comparator.comparingInt(Weighing::mistakes));
        return all;
    }

    /** Of those that give the same weights whatever the batch, as a running mean of two is the mean of means, the first. */
    static List<Scale> scales(Reduction reduction, Chosen chosen) {
        List<MicroBatches> batches = IntStream.of(1, 4, 15, 50)
                .mapToObj(more -> MicroBatches.of(chosen.count() + more, chosen.count()))
                .toList();
        var distinct = new LinkedHashMap<List<Double>, Scale>();
        for (Scale scale : Scale.of(reduction)) {
            List<Double> weights = batches.stream()
                    .flatMapToDouble(split -> DoubleStream.of(weights(scale, chosen, split)))
                    // The order of divisions is no difference.
                    .mapToObj(weight -> (double) (float) weight)
                    .toList();
            distinct.putIfAbsent(weights, scale);
        }
        return List.copyOf(distinct.values());
    }

    static double[] weights(Scale scale, Chosen chosen, MicroBatches split) {
        return IntStream.range(0, split.count())
                .mapToDouble(k -> chosen.has(k) ? scale.weight().of(k, split) : 0)
                .toArray();
    }

    boolean isRight() {
        return mistakes() == 0;
    }

    /** How many things are wrong with it. */
    int mistakes() {
        return (scale.mistake().isPresent() ? 1 : 0) + (chosen.all() ? 0 : 1) + (carried == Carried.NOTHING ? 0 : 1);
    }

    double[] weights(Given given) {
        return weights(scale, chosen, given.split());
    }

    /** Whether it explains all entries of a parameter, down to rounding. */
    boolean fits(Given given, Block block) {
        double[] weights = weights(given);
        for (int i = block.offset(); i < block.end(); i++) {
            double error = Math.abs(given.claim()[i] - entry(given, weights, i));
            double allowed = given.tolerance(weights, i) + carried.tolerance(given, scale, i);
            if (!(error <= allowed)) {
                return false;
            }
        }
        return true;
    }

    /** How far it is off where it is furthest, relative to the largest entry. */
    double residual(Given given, Block block) {
        double[] weights = weights(given);
        double most = 0;
        double largest = 0;
        for (int i = block.offset(); i < block.end(); i++) {
            double entry = entry(given, weights, i);
            most = Math.max(most, Math.abs(given.claim()[i] - entry));
            largest = Math.max(largest, Math.abs(entry));
        }
        return most == 0 ? 0 : most / largest;
    }

    private double entry(Given given, double[] weights, int i) {
        return given.weighted(weights, i) + carried.entry(given, scale, i);
    }

    /** A row for each micro-batch, and one for what is left. */
    List<Counted> counted(Given given) {
        var rows = new ArrayList<>(Counted.all(given, weights(given)));
        carried.counted(given, scale).ifPresent(rows::add);
        return rows;
    }
}
