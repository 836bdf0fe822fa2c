package handgrad.lab.own;

import handgrad.judge.Allowance;
import handgrad.judge.Judge;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Precision;
import java.util.Optional;
import java.util.Set;

/** Sees every step of somebody's own, and keeps the first that is not right, with the one before it. */
public final class Watch {
    /** What the judge may cost at a step, in products. */
    private static final double JUDGED = 1e8;

    private final Precision precision;
    private final double[] scales;
    private Optional<Exchange> before = Optional.empty();
    private Optional<FirstError> firstError = Optional.empty();
    private Optional<Exchange> loss = Optional.empty();

    /** @param precision of the coarser of the two that are compared */
    public Watch(Network network, Precision precision) {
        this.precision = precision;
        this.scales = new double[network.depth()];
    }

    /**
     * Where it was wrong first.
     *
     * @param first the parameter whose gradient is wrong, the first from the output down
     * @param before the exchange at the step before, where there was one
     */
    public record FirstError(Exchange at, Block first, Optional<Exchange> before) {
        String place() {
            return "the gradient of " + first.symbol();
        }
    }

    /** Takes note of a step. */
    public void saw(Exchange seen) {
        if (loss.isEmpty() && seen.wrongLoss(precision)) {
            loss = Optional.of(seen);
        }
        if (firstError.isPresent()) {
            return;
        }
        Network network = seen.task().network();
        for (int l = 0; l < scales.length; l++) {
            scales[l] = Math.max(scales[l], Nearness.largest(seen.right().values(), network.blocks(l)));
        }
        Optional<Block> wrong = seen.firstWrong(seen.nearness(precision).atLeast(scales, network.blocks()));
        if (wrong.isPresent() && !isRightAllTheSame(seen)) {
            firstError = Optional.of(new FirstError(seen, wrong.get(), before));
        }
        before = Optional.of(seen);
    }

    /** At a kink more than one gradient is right. */
    private boolean isRightAllTheSame(Exchange seen) {
        Network network = seen.task().network();
        double size = network.size();
        if (size * size * seen.task().samples().n() > JUDGED
                || !seen.claim().gradient().isFinite()) {
            return false;
        }
        var allowance = new Allowance(
                Set.copyOf(network.blocks()), seen.nearness(precision).extra());
        return new Judge(seen.task().parameters(), seen.task().samples(), precision)
                .judge(seen.claim().gradient(), allowance)
                .passes();
    }

    /** The first step whose gradient or update was not right. */
    public Optional<FirstError> firstError() {
        return firstError;
    }

    /** The first step whose loss was not right. */
    public Optional<Exchange> wrongLoss() {
        return loss;
    }
}
