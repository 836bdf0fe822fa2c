package handgrad.judge;

import handgrad.judge.oracle.ForwardMode;
import handgrad.judge.oracle.PlainLoss;
import handgrad.judge.rounding.Kinks;
import handgrad.judge.rounding.RoundingBound;
import handgrad.network.Address;
import handgrad.network.Block;
import handgrad.network.Network;
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
        for (int i = 0; i < right.length; i++) {
            right[i] *= factor;
        }
        this.tolerance = rounding.entries();
        this.oracle = new Point(network, right);
        this.loss = PlainLoss.of(theta, samples);
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
        double[] judged = gradient.values();
        boolean wrong = IntStream.range(0, judged.length).anyMatch(i -> !within(judged, right, i));
        Optional<double[]> other =
                wrong && kinks.found() ? kinks.accountFor(judged, right, tolerance) : Optional.empty();
        var differing = other.isPresent() ? Judgement.Verdict.KINK : Judgement.Verdict.FAIL;
        var failing = new ArrayList<Judgement.Entry>();
        var parts = Comparison.of(gradient, oracle, precision).blocks().stream()
                .map(difference -> part(difference, judged, differing, failing))
                .toList();
        var worst = failing.stream()
                .sorted(Comparator.comparingDouble(Judgement.Entry::excess).reversed())
                .limit(WORST)
                .toList();
        return new Judgement(parts, worst, gradient, oracle);
    }

    private boolean within(double[] judged, double[] expected, int i) {
        double error = Math.abs(judged[i] - expected[i]);
        return error == 0 || (error <= tolerance[i] && Double.isFinite(tolerance[i]));
    }

    private Judgement.Part part(
            Difference difference, double[] judged, Judgement.Verdict differing, List<Judgement.Entry> failing) {
        Block block = difference.block();
        var own = IntStream.range(block.offset(), block.end())
                .filter(i -> !within(judged, right, i))
                .mapToObj(i -> entry(block, i, judged))
                .toList();
        boolean fails = !own.isEmpty() && differing == Judgement.Verdict.FAIL;
        if (fails) {
            failing.addAll(own);
        }
        Judgement.Entry worst = IntStream.range(block.offset(), block.end())
                .mapToObj(i -> entry(block, i, judged))
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

    private Judgement.Entry entry(Block block, int i, double[] judged) {
        return new Judgement.Entry(block.address(i), judged[i], right[i], tolerance[i]);
    }
}
