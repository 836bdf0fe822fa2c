package handgrad.judge;

import handgrad.network.Address;
import handgrad.network.Batch;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Parameters;
import handgrad.network.Rows;
import handgrad.network.compare.Comparison;
import handgrad.network.compare.Difference;
import handgrad.network.compare.Tolerance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Judges gradients at one point on one batch: every entry against the oracle's ({@link ForwardMode}), within what rounding
 * explains for that entry ({@link RoundingBound}); where relus stand at kinks, every right one ({@link Kinks}).
 */
public final class Judge {
    private static final int WORST = 5;

    private final Network network;
    private final Parameters oracle;
    private final double[] right;
    private final double[] tolerance;
    private final Kinks kinks;
    private final double loss;

    /** @param precision of the program that is judged: DOUBLE or FLOAT; the oracle itself is in double precision */
    public Judge(Parameters theta, Batch batch, DataType precision) {
        this.network = theta.network();
        var plain = new PlainNetwork(theta);
        var forward = new ForwardMode(plain);
        var rules = new ErrorRules(Tolerance.epsilon(precision), Tolerance.smallestNormal(precision));
        var rounding = new RoundingBound(plain, rules, batch.n());
        this.kinks = new Kinks(plain, batch.n());
        double factor = network.reduction().factor(batch.n());
        this.right = new double[network.size()];
        double[][] x = Rows.of(batch.x());
        double[][] t = Rows.of(batch.y());
        for (int s = 0; s < x.length; s++) {
            var sample = new Sample(plain, x[s], t[s]);
            forward.add(sample, forward.slopes(sample), right);
            kinks.add(sample, rounding.add(sample));
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

    /** Whether rounding leaves anything certain here; where values overflow it does not, and only what is equal passes. */
    public boolean certain() {
        return Arrays.stream(tolerance).allMatch(Double::isFinite);
    }

    /** The largest absolute error of an entry that rounding explains. */
    public double tolerance(Address entry) {
        return tolerance[entry.block().index(entry.row(), entry.column())];
    }

    /** Judges a gradient. */
    public Judgement judge(Parameters gradient) {
        double[] judged = gradient.toArray();
        boolean wrong = IntStream.range(0, judged.length).anyMatch(i -> !within(judged, right, i));
        Optional<double[]> other =
                wrong && kinks.found() ? kinks.accountFor(judged, right, tolerance) : Optional.empty();
        var differing = other.isPresent() ? Judgement.Verdict.KINK : Judgement.Verdict.FAIL;
        var failing = new ArrayList<Judgement.Entry>();
        var parts = Comparison.of(gradient, oracle).blocks().stream()
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
