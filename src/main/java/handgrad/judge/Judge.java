package handgrad.judge;

import handgrad.judge.oracle.PlainLoss;
import handgrad.judge.rounding.RightGradients;
import handgrad.network.Address;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Penalty;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Samples;
import handgrad.network.compare.Comparison;
import handgrad.network.compare.Difference;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Judges gradients at one point on one batch: every entry against the oracle's, within what rounding explains for that entry; where
 * functions stand at kinks, against that of the branch which the gradient has taken ({@link RightGradients}).
 */
public final class Judge {
    private static final int WORST = 5;

    private final Network network;
    private final Precision precision;
    private final RightGradients rights;
    private final RightGradients.Right right;
    private final Point oracle;
    private final double loss;

    /** @param precision of the program that is judged; the oracle itself is in double precision */
    public Judge(Point theta, Samples samples, Precision precision) {
        this(theta, samples, precision, Penalty.NONE);
    }

    /** The same where the loss has a penalty. */
    public Judge(Point theta, Samples samples, Precision precision, Penalty penalty) {
        this.network = theta.network();
        this.precision = precision;
        this.rights = new RightGradients(theta, samples, precision, penalty);
        this.right = rights.natural();
        this.oracle = new Point(network, right.gradient());
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
        return judge(gradient, Allowance.none(network));
    }

    /** Judges what is claimed of a gradient; the rest counts as right. */
    public Judgement judge(Point gradient, Allowance allowance) {
        double[] judged = allowance.filled(network, gradient.values(), right.gradient());
        double[] slack = allowance.slack(network);
        RightGradients.Right allowed = right.within(slack);
        BitSet differing = differing(allowance.claimed(), judged, allowed);
        Optional<RightGradients.Right> other = differing.isEmpty() ? Optional.empty() : rights.of(judged, slack);
        BitSet wrong = other.isPresent() ? new BitSet() : differing;
        RightGradients.Right taken = other.orElse(allowed);
        var filled = new Point(network, judged);
        var parts = Comparison.of(filled, oracle, precision).blocks().stream()
                .map(difference -> allowance.claimed().contains(difference.block())
                        ? part(difference, judged, taken, differing, wrong)
                        : notClaimed(difference.block(), judged))
                .toList();
        return new Judgement(parts, worst(wrong, judged, allowed), filled, oracle, excess(judged, taken), wrong);
    }

    /** The claimed entries that are not right on the side of each kink that a program takes by itself. */
    private static BitSet differing(Set<Block> claimed, double[] judged, RightGradients.Right allowed) {
        return claimed.stream()
                .flatMapToInt(Judge::indices)
                .filter(i -> !allowed.has(judged, i))
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private Point excess(double[] judged, RightGradients.Right taken) {
        double[] excess = new double[judged.length];
        for (Block block : network.blocks()) {
            indices(block)
                    .forEach(i -> excess[i] = entry(block, i, judged, taken).excess());
        }
        return new Point(network, excess);
    }

    private List<Judgement.Entry> worst(BitSet wrong, double[] judged, RightGradients.Right allowed) {
        return network.blocks().stream()
                .flatMap(block -> indices(block).filter(wrong::get).mapToObj(i -> entry(block, i, judged, allowed)))
                .sorted(Comparator.comparingDouble(Judgement.Entry::excess).reversed())
                .limit(WORST)
                .toList();
    }

    private Judgement.Part notClaimed(Block block, double[] judged) {
        var first = entry(block, block.offset(), judged, right);
        return new Judgement.Part(block, Judgement.Verdict.NOT_CLAIMED, 0, 0, 0, 0, first);
    }

    /** @param taken the right one of the branch that the gradient has taken, by which its worst entry is measured */
    private static Judgement.Part part(
            Difference difference, double[] judged, RightGradients.Right taken, BitSet differing, BitSet wrong) {
        Block block = difference.block();
        int failing = of(block, wrong);
        var verdict = of(block, differing) == 0 ? Judgement.Verdict.PASS : Judgement.Verdict.KINK;
        return new Judgement.Part(
                block,
                failing > 0 ? Judgement.Verdict.FAIL : verdict,
                difference.maxAbsolute(),
                difference.maxRelative(),
                difference.maxUlps(),
                failing,
                indices(block)
                        .mapToObj(i -> entry(block, i, judged, taken))
                        .max(Comparator.comparingDouble(Judgement.Entry::excess))
                        .orElseThrow());
    }

    private static int of(Block block, BitSet entries) {
        return entries.get(block.offset(), block.end()).cardinality();
    }

    private static IntStream indices(Block block) {
        return IntStream.range(block.offset(), block.end());
    }

    private static Judgement.Entry entry(Block block, int i, double[] judged, RightGradients.Right allowed) {
        return new Judgement.Entry(block.address(i), judged[i], allowed.gradient()[i], allowed.tolerance()[i]);
    }
}
