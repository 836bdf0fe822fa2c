package handgrad.judge;

import handgrad.judge.oracle.PlainLoss;
import handgrad.judge.rounding.RightGradients;
import handgrad.network.Address;
import handgrad.network.Block;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Samples;
import handgrad.network.compare.Comparison;
import handgrad.network.compare.Difference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Judges gradients at one point on one batch: every entry against the oracle's, within what rounding explains for that entry; where
 * functions stand at kinks, against that of the branch which the gradient has taken ({@link RightGradients}).
 */
public final class Judge {
    private static final int WORST = 5;

    private final Precision precision;
    private final RightGradients rights;
    private final RightGradients.Right right;
    private final Point oracle;
    private final double loss;

    /** @param precision of the program that is judged; the oracle itself is in double precision */
    public Judge(Point theta, Samples samples, Precision precision) {
        this.precision = precision;
        this.rights = new RightGradients(theta, samples, precision);
        this.right = rights.natural();
        this.oracle = new Point(theta.network(), right.gradient());
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
        return rights.atKink();
    }

    /** Whether rounding leaves anything certain here; where values overflow it does not, and only what is equal passes. */
    public boolean certain() {
        return Arrays.stream(right.tolerance()).allMatch(Double::isFinite);
    }

    /** The largest absolute error of an entry that rounding explains. */
    public double tolerance(Address entry) {
        return right.tolerance()[entry.block().index(entry.row(), entry.column())];
    }

    /** Judges a gradient. */
    public Judgement judge(Point gradient) {
        double[] judged = gradient.values();
        boolean accounted = !right.has(judged) && rights.of(judged).isPresent();
        var differing = accounted ? Judgement.Verdict.KINK : Judgement.Verdict.FAIL;
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

    private Judgement.Part part(
            Difference difference, double[] judged, Judgement.Verdict differing, List<Judgement.Entry> failing) {
        Block block = difference.block();
        var own = IntStream.range(block.offset(), block.end())
                .filter(i -> !right.has(judged, i))
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
        return new Judgement.Entry(block.address(i), judged[i], right.gradient()[i], right.tolerance()[i]);
    }
}
