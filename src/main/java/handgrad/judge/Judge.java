package handgrad.judge;

import handgrad.judge.oracle.ForwardMode;
import handgrad.judge.oracle.PlainLoss;
import handgrad.judge.rounding.Kinks;
import handgrad.judge.rounding.RoundingBound;
import handgrad.network.Address;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Penalty;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Samples;
import handgrad.network.compare.Comparison;
import handgrad.network.compare.Difference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Judges gradients at one point on one batch: every entry against the oracle's ({@link ForwardMode}), within what rounding
 * explains for that entry ({@link RoundingBound}); where functions stand at kinks, every right one ({@link Kinks}).
 */
public final class Judge {
    private static final int WORST = 5;

    private final Network network;
    private final Precision precision;
    private final Point oracle;
    private final double[] right;
    private final double[] tolerance;
    private final Kinks kinks;
    private final double loss;

    /** @param precision of the program that is judged; the oracle itself is in double precision */
    public Judge(Point theta, Samples samples, Precision precision) {
        this(theta, samples, precision, Penalty.NONE);
    }

    /** The same where the loss has a penalty. */
    public Judge(Point theta, Samples samples, Precision precision, Penalty penalty) {
        this.network = theta.network();
        this.precision = precision;
        var rounding = new RoundingBound(theta, precision, samples.n());
        this.kinks = new Kinks(theta, precision, samples.n());
        this.right = new double[network.size()];
        for (Samples part : samples.parts(network)) {
            var forward = new ForwardMode(theta, part);
            forward.addTo(right);
            rounding.add(part);
            kinks.add(part, forward);
        }
        double factor = network.reduction().factor(samples.n());
        double[] added = penalty.gradient(theta);
        double[] uncertain = penalty.uncertainty(theta, precision, samples.n());
        this.tolerance = rounding.entries();
        for (int i = 0; i < right.length; i++) {
            right[i] = right[i] * factor + added[i];
            tolerance[i] += uncertain[i] + (added[i] == 0 ? 0 : 2 * precision.epsilon() * Math.abs(right[i]));
        }
        this.oracle = new Point(network, right);
        this.loss = PlainLoss.of(theta, samples) + penalty.loss(theta);
    }

    /** The right gradient, where there is one: at a kink the slope is that of the branch below, of a relu 0. */
    public Point oracle() {
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

    /** Whether rounding leaves anything certain here; where values overflow it does not, and only what is equal passes. */
    public boolean certain() {
        return Arrays.stream(tolerance).allMatch(Double::isFinite)
                && Arrays.stream(right).allMatch(entry -> Math.abs(entry) <= precision.largest());
    }

    /** The largest absolute error of an entry that rounding explains. */
    public double tolerance(Address entry) {
        return tolerance[entry.block().index(entry.row(), entry.column())];
    }

    /** Judges a gradient. */
    public Judgement judge(Point gradient) {
        return judge(gradient, Allowance.none(network));
    }

    /** Judges what is claimed of a gradient; the rest counts as right. */
    public Judgement judge(Point gradient, Allowance allowance) {
        double[] judged = allowance.filled(network, gradient.values(), right);
        double[] allowed = allowance.with(network, tolerance);
        boolean wrong = IntStream.range(0, judged.length).anyMatch(i -> !within(judged, allowed, i));
        Optional<double[]> other = wrong && kinks.found() ? kinks.accountFor(judged, right, allowed) : Optional.empty();
        var differing = other.isPresent() ? Judgement.Verdict.KINK : Judgement.Verdict.FAIL;
        var failing = new ArrayList<Judgement.Entry>();
        var filled = new Point(network, judged);
        var parts = Comparison.of(filled, oracle, precision).blocks().stream()
                .map(difference -> allowance.claimed().contains(difference.block())
                        ? part(difference, judged, allowed, differing, failing)
                        : notClaimed(difference.block(), judged))
                .toList();
        var worst = failing.stream()
                .sorted(Comparator.comparingDouble(Judgement.Entry::excess).reversed())
                .limit(WORST)
                .toList();
        return new Judgement(parts, worst, filled, oracle);
    }

    private boolean within(double[] judged, double[] allowed, int i) {
        double error = Math.abs(judged[i] - right[i]);
        return error == 0 || (error <= allowed[i] && Double.isFinite(allowed[i]));
    }

    private Judgement.Part notClaimed(Block block, double[] judged) {
        var first = entry(block, block.offset(), judged, tolerance);
        return new Judgement.Part(block, Judgement.Verdict.NOT_CLAIMED, 0, 0, 0, 0, first);
    }

    private Judgement.Part part(
            Difference difference,
            double[] judged,
            double[] allowed,
            Judgement.Verdict differing,
            List<Judgement.Entry> failing) {
        Block block = difference.block();
        var own = IntStream.range(block.offset(), block.end())
                .filter(i -> !within(judged, allowed, i))
                .mapToObj(i -> entry(block, i, judged, allowed))
                .toList();
        boolean fails = !own.isEmpty() && differing == Judgement.Verdict.FAIL;
        if (fails) {
            failing.addAll(own);
        }
        Judgement.Entry worst = IntStream.range(block.offset(), block.end())
                .mapToObj(i -> entry(block, i, judged, allowed))
                .max(Comparator.comparingDouble(Judgement.Entry::excess))
                .orElseThrow();
        return new Judgement.Part(
                block,
                own.isEmpty() ? Judgement.Verdict.PASS : differing,
                difference.maxAbsolute(),
                difference.maxRelative(),
                difference.maxUlps(),
                fails ? own.size() : 0,
                worst);
    }

    private Judgement.Entry entry(Block block, int i, double[] judged, double[] allowed) {
        return new Judgement.Entry(block.address(i), judged[i], right[i], allowed[i]);
    }
}
