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
            double[][] weights = weights(l);
            boolean alike = Arrays.stream(weights).allMatch(row -> Arrays.equals(row, weights[0]));
            if (units > 1 && alike) {
                boolean zero = Arrays.stream(weights[0]).allMatch(w -> w == 0);
                notes.add(
                        "All %d units of layer %d are alike, with %s weights: they get the same gradient and stay alike."
                                .formatted(units, l + 1, zero ? "zero" : "equal"));
            }
        }
    }

    /** What leads into each unit and out of it. */
    private double[][] weights(int l) {
        var columns = new ArrayList<double[]>();
        for (Block block : given.network().blocks(l)) {
            columns.addAll(List.of(given.parameters().rows(block)));
        }
        double[][] out = given.parameters().rows(given.network().blocks(l + 1).get(0));
        double[][] all = new double[out.length][columns.size() + out[0].length];
        for (int unit = 0; unit < out.length; unit++) {
            for (int i = 0; i < columns.size(); i++) {
                // Without the sign of a zero.
                all[unit][i] = columns.get(i)[unit] + 0.0;
            }
            for (int k = 0; k < out[0].length; k++) {
                all[unit][columns.size() + k] = out[unit][k] + 0.0;
            }
        }
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
            List<Row> slopes = IntStream.range(0, a.size())
                    .mapToObj(s -> f.timesSlope(a.get(s).constant(1), z.get(s), a.get(s)))
                    .toList();
            units(f, l, a, slopes, notes);
        }
    }

    private void units(Activation f, int l, List<Row> a, List<Row> slopes, List<String> notes) {
        boolean bounded =
                Double.isFinite(f.range().least()) && Double.isFinite(f.range().most());
        boolean cut = f.range().least() == 0 && !Double.isFinite(f.range().most());
        int dead = 0;
        int flat = 0;
        for (int k = 0; k < a.get(0).size(); k++) {
            int unit = k;
            dead += cut && all(a, unit, 0) && all(slopes, unit, 0) ? 1 : 0;
            flat += bounded && all(slopes, unit, FLAT) ? 1 : 0;
        }
        if (dead > 0) {
            notes.add("%s of layer %d (%s): 0 for all samples, so that nothing is learnt there."
                    .formatted(Figures.count(dead, "dead unit"), l + 1, f.id()));
        }
        if (flat > 0) {
            notes.add("%s of layer %d (%s): the slope is below %s for all samples, so that little is learnt there."
                    .formatted(Figures.count(flat, "saturated unit"), l + 1, f.id(), Definitions.written(FLAT)));
        }
    }

    private static boolean all(List<Row> rows, int unit, double most) {
        return rows.stream().allMatch(row -> Math.abs(((Plain) row).value(unit)) <= most);
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
