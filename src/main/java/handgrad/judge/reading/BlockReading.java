package handgrad.judge.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the claimed gradient of the weights or the bias of a layer, for a delta that it may have been made with. */
final class BlockReading {
    private static final double SCALED = 2;
    private static final double DECAYED = 1.6;
    /** A factor of any size is believed only where so many numbers agree on it. */
    private static final int ENOUGH = 4;

    private final String name;
    private final List<Made> forms;
    private final double[] claimed;
    private final double[] theta;
    private final BlockCauses causes;
    private final Scales scales;
    private final double tolerance;
    private final double least;

    /**
     * @param name {@code weights} or {@code bias}
     * @param forms that its gradient may have, the right one first
     * @param theta the parameters themselves
     */
    BlockReading(
            String name,
            List<Made> forms,
            double[] claimed,
            double[] theta,
            BlockCauses causes,
            Scales scales,
            Claim claim) {
        this.name = name;
        this.forms = forms;
        this.claimed = claimed;
        this.theta = theta;
        this.causes = causes;
        this.scales = scales;
        this.tolerance = claim.tolerance();
        this.least = claim.least();
    }

    Optional<Fit> fit(double[] proposed) {
        return Fit.of(claimed, proposed, tolerance, least);
    }

    private double[] right(double[][] delta) {
        return forms.get(0).of().apply(delta);
    }

    /** The factor of what was read, as a cause. */
    Optional<Cause> scale(ReadBlock block) {
        return block.isScaled()
                ? Optional.of(causes.scaled(Optional.of(name), block.factor(), scales.of(block.factor())))
                : Optional.empty();
    }

    /** The likeliest; {@code slope} is what delta was made of: its factor may be missing in this block only. */
    Optional<ReadBlock> best(double[][] delta, double[][] slope, boolean thoroughly) {
        double[] right = right(delta);
        Optional<ReadBlock> best = plain(right);
        if (best.isPresent() && best.get().cost() == 0) {
            return best;
        }
        best = better(best, missing(right));
        best = better(best, added(right, theta, false));
        best = better(best, added(right, Arrays.stream(theta).map(Math::signum).toArray(), true));
        best = better(best, clipped(right));
        if (!thoroughly) {
            return best;
        }
        for (Made form : forms.subList(1, forms.size())) {
            best = better(
                    best, fitted(form.of().apply(delta), () -> form.cause().orElseThrow(), form.cost()));
        }
        return better(best, fitted(right(slope), () -> causes.ownFactorMissing(name), 1.5));
    }

    private static Optional<ReadBlock> better(Optional<ReadBlock> one, Optional<ReadBlock> other) {
        return one.isEmpty()
                        || (other.isPresent() && other.get().cost() < one.get().cost())
                ? other
                : one;
    }

    private Optional<ReadBlock> plain(double[] right) {
        return fit(right).flatMap(fit -> {
            if (fit.exact()) {
                return Optional.of(new ReadBlock(Optional.empty(), 1, 0, fit.residual()));
            }
            Optional<Scales.Known> known = scales.of(fit.factor());
            if (known.isEmpty() && count(claimed) < ENOUGH) {
                return Optional.empty();
            }
            double cost = known.map(Scales.Known::cost).orElse(SCALED);
            return Optional.of(new ReadBlock(Optional.empty(), fit.factor(), cost, fit.residual()));
        });
    }

    private int count(double[] entries) {
        int count = 0;
        for (double entry : entries) {
            count += Math.abs(entry) > least ? 1 : 0;
        }
        return count;
    }

    private Optional<ReadBlock> missing(double[] right) {
        return Matrices.largest(claimed) == 0 && Matrices.largest(right) > least
                ? Optional.of(new ReadBlock(Optional.of(causes.missing(name)), 1, 1, 0))
                : Optional.empty();
    }

    /** {@code claimed = right + lambda theta}, or its sign. */
    private Optional<ReadBlock> added(double[] right, double[] direction, boolean signs) {
        double[] added = new double[claimed.length];
        double[] both = new double[claimed.length];
        for (int i = 0; i < added.length; i++) {
            added[i] = claimed[i] - right[i];
        }
        double length = Matrices.dot(direction, direction);
        double lambda = length == 0 ? 0 : Matrices.dot(added, direction) / length;
        if (lambda == 0 || !Double.isFinite(lambda) || count(direction) < 2) {
            return Optional.empty();
        }
        for (int i = 0; i < both.length; i++) {
            both[i] = right[i] + lambda * direction[i];
        }
        return fit(both)
                .filter(Fit::exact)
                .map(fit ->
                        new ReadBlock(Optional.of(causes.decayed(name, lambda, signs)), 1, DECAYED, fit.residual()));
    }

    /** {@code claimed = max(-c, min(c, right))}. */
    private Optional<ReadBlock> clipped(double[] right) {
        double c = Matrices.largest(claimed);
        long at = Arrays.stream(claimed)
                .filter(g -> Math.abs(g) >= c * (1 - tolerance))
                .count();
        if (at < 2 || Matrices.largest(right) <= c * (1 + tolerance)) {
            return Optional.empty();
        }
        double[] clipped =
                Arrays.stream(right).map(g -> Math.max(-c, Math.min(c, g))).toArray();
        return fit(clipped)
                .filter(Fit::exact)
                .map(fit -> new ReadBlock(Optional.of(causes.clipped(name, c)), 1, DECAYED, fit.residual()));
    }

    private Optional<ReadBlock> fitted(double[] proposed, Supplier<Cause> cause, double cost) {
        return fit(proposed)
                .filter(fit -> fit.exact() || (scales.of(fit.factor()).isPresent() && count(claimed) >= 2))
                .filter(fit -> Matrices.largest(claimed) > least || Matrices.largest(proposed) <= least)
                .map(fit -> new ReadBlock(
                        Optional.of(cause.get()), fit.factor(), cost + ofFactor(fit.factor()), fit.residual()));
    }

    /** How unlikely a known factor is besides a wrong form. */
    private double ofFactor(double factor) {
        return factor == 1 ? 0 : 0.6 + scales.of(factor).orElseThrow().cost() / 2;
    }

    /** A block too small for a factor of any size, beside one that has it; or has it times a known one. */
    Optional<ReadBlock> sameFactor(Optional<ReadBlock> beside, double[][] delta) {
        return beside.filter(ReadBlock::isScaled)
                .flatMap(other -> fit(right(delta)).flatMap(fit -> {
                    if (other.hasFactor(fit.factor())) {
                        return Optional.of(new ReadBlock(Optional.empty(), fit.factor(), other.cost(), fit.residual()));
                    }
                    double ratio = fit.factor() / other.factor();
                    return scales.of(ratio)
                            .map(known -> new ReadBlock(
                                    Optional.of(causes.scaled(Optional.of(name), ratio, Optional.of(known))),
                                    other.factor(),
                                    known.cost(),
                                    fit.residual()));
                }));
    }
}
