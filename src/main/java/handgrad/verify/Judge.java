package handgrad.verify;

import handgrad.compare.Comparison;
import handgrad.compare.Difference;
import handgrad.compare.Tolerance;
import handgrad.network.Batch;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Judges gradients at one point on one batch: every entry against the oracle's ({@link ForwardMode}), within what rounding
 * explains for that entry ({@link RoundingBound}) and what kinks allow ({@link KinkRange}).
 */
public final class Judge {
    private static final int WORST = 5;

    private final Network network;
    private final Parameters oracle;
    private final double[] right;
    private final double[] tolerance;
    private final KinkRange kinks;
    private final double factor;
    private final double loss;

    /** @param precision of the program that is judged: DOUBLE or FLOAT; the oracle itself is in double precision */
    public Judge(Parameters theta, Batch batch, DataType precision) {
        this.network = theta.network();
        var plain = new PlainNetwork(theta);
        var forward = new ForwardMode(plain);
        var rounding = new RoundingBound(plain, Tolerance.epsilon(precision), batch.n());
        this.kinks = new KinkRange(plain);
        this.factor = network.reduction().factor(batch.n());
        this.right = new double[network.size()];
        double[][] x = Rows.of(batch.x());
        double[][] t = Rows.of(batch.y());
        for (int s = 0; s < x.length; s++) {
            var sample = new Sample(plain, x[s]);
            forward.add(sample, t[s], right);
            kinks.add(sample, rounding.add(sample, t[s]), t[s]);
        }
        for (int i = 0; i < right.length; i++) {
            right[i] *= factor;
        }
        this.tolerance = rounding.entries();
        this.oracle = Parameters.of(network, DataType.DOUBLE, right);
        this.loss = plain.loss(x, t);
    }

    /** The right gradient, where there is one: the slope of a relu at its kink is taken as 0. */
    public Parameters oracle() {
        return oracle;
    }

    /** The reduced loss, from the plain definition. */
    public double loss() {
        return loss;
    }

    /** Whether the point stands at a kink on any sample. */
    public boolean atKink() {
        return kinks.found();
    }

    /** Judges a gradient. */
    public Judgement judge(Parameters gradient) {
        double[] judged = gradient.toArray();
        var parts = new ArrayList<Judgement.Part>();
        var wrong = new ArrayList<Judgement.Entry>();
        for (Difference difference : Comparison.of(gradient, oracle).blocks()) {
            parts.add(part(difference, judged, wrong));
        }
        var worst = wrong.stream()
                .sorted(Comparator.comparingDouble(Judgement.Entry::excess).reversed())
                .limit(WORST)
                .toList();
        return new Judgement(parts, worst, gradient, oracle);
    }

    private Judgement.Part part(Difference difference, double[] judged, List<Judgement.Entry> wrong) {
        Block block = difference.block();
        var verdict = Judgement.Verdict.PASS;
        int failing = 0;
        Judgement.Entry worst = entry(block, block.offset(), judged);
        for (int i = block.offset(); i < block.end(); i++) {
            Judgement.Entry entry = entry(block, i, judged);
            worst = entry.excess() > worst.excess() ? entry : worst;
            var own = verdict(i, entry);
            verdict = own.compareTo(verdict) > 0 ? own : verdict;
            if (own == Judgement.Verdict.FAIL) {
                failing++;
                wrong.add(entry);
            }
        }
        return new Judgement.Part(
                block,
                verdict,
                difference.maxAbsolute(),
                difference.maxRelative(),
                difference.maxUlps(),
                failing,
                worst);
    }

    private Judgement.Entry entry(Block block, int i, double[] judged) {
        return new Judgement.Entry(block.address(i), judged[i], right[i], tolerance[i]);
    }

    private Judgement.Verdict verdict(int i, Judgement.Entry entry) {
        if (entry.excess() <= 1) {
            return Judgement.Verdict.PASS;
        }
        double low = right[i] + factor * kinks.below(i) - tolerance[i];
        double high = right[i] + factor * kinks.above(i) + tolerance[i];
        return entry.judged() >= low && entry.judged() <= high ? Judgement.Verdict.KINK : Judgement.Verdict.FAIL;
    }
}
