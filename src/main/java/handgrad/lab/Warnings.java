package handgrad.lab;

import handgrad.Figures;
import handgrad.input.claim.Case;
import handgrad.network.Block;
import handgrad.network.ChainRule;
import handgrad.network.Network;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.function.Range;
import handgrad.network.function.Upstream;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What will go wrong in training however right the gradient is: targets, starting points and inputs that do not fit. */
record Warnings(Case given) {
    /** Sums of targets, printed to few digits, may be so far from 1. */
    private static final double SUM = 1e-3;
    /** An activation is saturated where its slope is below this. */
    private static final double FLAT = 1e-4;
    /** Inputs of such different sizes ask for standardisation. */
    private static final double APART = 100;

    /** What there is to say, a sentence each. */
    List<String> notes() {
        var notes = new ArrayList<String>();
        if (!(given.network().loss() instanceof Upstream)) {
            targets(notes);
        }
        alike(notes);
        units(notes);
        inputs(notes);
        return notes;
    }

    private void targets(List<String> notes) {
        Activation f = given.network().outputLayer().activation();
        Range range = f.range();
        double[][] y = given.samples().y();
        Arrays.stream(y)
                .flatMapToDouble(Arrays::stream)
                .filter(target -> !range.reaches(target))
                .findFirst()
                .ifPresent(
                        target -> notes.add("A target is %s, which %s outputs cannot reach: they lie between %s and %s."
                                .formatted(
                                        target,
                                        f.id(),
                                        Definitions.written(range.least()),
                                        Definitions.written(range.most()))));
        if (f.entrywise()) {
            return;
        }
        for (int s = 0; s < y.length; s++) {
            double sum = Arrays.stream(y[s]).sum();
            if (Math.abs(sum - 1) > SUM) {
                notes.add(
                        "The targets of sample %d add up to %s, but those of softmax should add up to 1: as they are, dL/dz of cross-entropy is y sum_k t_k - t, and not y - t."
                                .formatted(s, Figures.of(sum)));
                return;
            }
        }
    }

    /** Hidden units with the same weights in and out get the same gradient for ever. */
    private void alike(List<String> notes) {
        Network network = given.network();
        for (int l = 0; l < network.depth() - 1; l++) {
            int units = network.layer(l).nOut();
            var different = new HashSet<List<Double>>();
            for (int k = 0; k < units; k++) {
                different.add(weights(l, k));
            }
            if (units > 1 && different.size() == 1) {
                boolean zero = different.iterator().next().stream().allMatch(w -> w == 0);
                notes.add(
                        "All %d units of layer %d are alike, with %s weights: they get the same gradient and stay alike."
                                .formatted(units, l, zero ? "zero" : "equal"));
            }
        }
    }

    /** What leads into a unit and out of it. */
    private List<Double> weights(int l, int unit) {
        var all = new ArrayList<Double>();
        for (Block block : given.network().blocks(l)) {
            double[][] rows = given.parameters().rows(block);
            Arrays.stream(rows).forEach(row -> all.add(row[unit] + 0.0));
        }
        Block next = given.network().blocks(l + 1).get(0);
        Arrays.stream(given.parameters().rows(next)[unit]).forEach(w -> all.add(w + 0.0));
        return all;
    }

    private void units(List<String> notes) {
        var chain = new ChainRule(given.network(), given.parameters().rows(Plain::of));
        List<Row> x = Arrays.stream(given.samples().x()).<Row>map(Plain::of).toList();
        ChainRule.Forward forward = chain.forward(x);
        for (int l = 0; l < given.network().depth(); l++) {
            Activation f = given.network().layer(l).activation();
            if (!f.entrywise()) {
                continue;
            }
            List<Row> z = forward.z().get(l);
            List<Row> a = forward.a().get(l);
            int units = given.network().layer(l).nOut();
            var dead = new ArrayList<Integer>();
            var flat = new ArrayList<Integer>();
            for (int k = 0; k < units; k++) {
                (isDead(f, z, a, k) ? dead : isFlat(f, z, a, k) ? flat : new ArrayList<Integer>()).add(k);
            }
            if (!dead.isEmpty()) {
                notes.add("%s of layer %d (%s): 0 for all samples, so that nothing is learnt there."
                        .formatted(Figures.count(dead.size(), "dead unit"), l, f.id()));
            }
            if (!flat.isEmpty()) {
                notes.add("%s of layer %d (%s): the slope is below %s for all samples, so that little is learnt there."
                        .formatted(Figures.count(flat.size(), "saturated unit"), l, f.id(), Definitions.written(FLAT)));
            }
        }
    }

    private static double slope(Activation f, Row z, Row a, int k) {
        return ((Plain) f.timesSlope(z.constant(1), z, a)).value(k);
    }

    private static boolean isDead(Activation f, List<Row> z, List<Row> a, int k) {
        return f.range().least() == 0
                && f.range().most() == Double.POSITIVE_INFINITY
                && IntStream.range(0, z.size())
                        .allMatch(s -> ((Plain) a.get(s)).value(k) == 0 && slope(f, z.get(s), a.get(s), k) == 0);
    }

    private static boolean isFlat(Activation f, List<Row> z, List<Row> a, int k) {
        return Double.isFinite(f.range().least())
                && Double.isFinite(f.range().most())
                && IntStream.range(0, z.size()).allMatch(s -> Math.abs(slope(f, z.get(s), a.get(s), k)) < FLAT);
    }

    private void inputs(List<String> notes) {
        double[][] x = given.samples().x();
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < x[0].length; i++) {
            int column = i;
            double size = Arrays.stream(x)
                    .mapToDouble(row -> Math.abs(row[column]))
                    .max()
                    .orElse(0);
            if (size > 0) {
                least = Math.min(least, size);
                most = Math.max(most, size);
            }
        }
        if (most > APART * least) {
            notes.add("The inputs differ in size, from %s to %s: where they are standardised, training is easier."
                    .formatted(Figures.of(least), Figures.of(most)));
        } else if (most > APART
                && Set.of(0.0, 1.0)
                        .contains(given.network().layer(0).activation().range().most())) {
            notes.add("The inputs are as large as %s, which saturates %s: scale them to about 1."
                    .formatted(
                            Figures.of(most),
                            given.network().layer(0).activation().id()));
        }
    }
}
