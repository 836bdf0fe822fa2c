package handgrad.judge.reading;

import handgrad.network.Block;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the claimed gradient of a layer's weights, or of its bias, for a delta that it may have been made with. */
final class BlockReading {
    private static final double SCALED = 2;
    private static final double DECAYED = 1.6;
    private static final double OWN_FACTOR_MISSING = 1.5;
    /** A factor of any size is believed only where so many numbers agree on it. */
    private static final int ENOUGH = 4;

    private final String name;
    private final boolean isClaimed;
    private final double[] claimed;
    private final double[] theta;
    private final double[] signs;
    private final List<Made> forms;
    private final BlockCauses causes;
    private final Scales scales;
    private final double tolerance;
    private final double least;

    private BlockReading(
            Scene scene, int l, Claim claim, Block block, double[] claimed, double[] theta, List<Made> forms) {
        this.name = block.slot().name();
        this.isClaimed = claim.has(block);
        this.claimed = claimed;
        this.theta = theta;
        this.signs = Arrays.stream(theta).map(Math::signum).toArray();
        this.forms = forms;
        this.causes = new BlockCauses(scene, l);
        this.scales = new Scales(scene);
        this.tolerance = claim.tolerance();
        this.least = claim.least();
    }

    static BlockReading ofWeights(Scene scene, int l, Claim claim) {
        double[] claimed = Matrices.flat(claim.gradient().rows(scene.weights(l)));
        double[] theta = Matrices.flat(scene.w(l));
        return new BlockReading(scene, l, claim, scene.weights(l), claimed, theta, new WeightForms(scene, l).all());
    }

    static BlockReading ofBias(Scene scene, int l, Claim claim) {
        double[] claimed = claim.gradient().values(scene.bias(l));
        double[][] weights = claim.gradient().rows(scene.weights(l));
        return new BlockReading(
                scene, l, claim, scene.bias(l), claimed, scene.b(l), new BiasForms(scene, l, weights).all());
    }

    /** What a block is: its mistake, if it has one. */
    record Explained(Optional<Cause> cause, double cost, Fit fit) {
        /** Where nothing is claimed there is nothing to explain. */
        static final Optional<Explained> NOT_CLAIMED = Optional.of(new Explained(Optional.empty(), 0, new Fit(1, 0)));

        boolean scaledOnly() {
            return cause.isPresent() && cause.get().step() == Step.SCALE;
        }

        boolean hasFactorOf(Explained other) {
            return same(fit.factor(), other.fit.factor());
        }

        private static boolean same(double one, double other) {
            return Math.abs(one - other) <= 1e-6 * Math.abs(one);
        }
    }

    /** {@code weights} or {@code bias}. */
    String name() {
        return name;
    }

    boolean isClaimed() {
        return isClaimed;
    }

    /** The likeliest of what explains it, if anything does. */
    Optional<Explained> best(double[][] delta, double[][] slope, boolean thoroughly) {
        if (!isClaimed) {
            return Explained.NOT_CLAIMED;
        }
        double[] right = forms.get(0).of().apply(delta);
        Optional<Explained> best = plain(right);
        if (best.isPresent() && best.get().cost == 0) {
            return best;
        }
        best = better(best, missing(right));
        best = better(best, added(right, theta, false));
        best = better(best, added(right, signs, true));
        best = better(best, clipped(right));
        if (!thoroughly) {
            return best;
        }
        for (Made form : forms.subList(1, forms.size())) {
            best = better(
                    best, fitted(form.of().apply(delta), () -> form.cause().orElseThrow(), form.cost()));
        }
        double[] ofSlope = forms.get(0).of().apply(slope);
        return better(best, fitted(ofSlope, () -> causes.ownFactorMissing(name), OWN_FACTOR_MISSING));
    }

    /** What it is, too small for a factor of any size, beside a block that has one. */
    Optional<Explained> scaledLike(Optional<Explained> beside, double[][] delta) {
        return beside.filter(Explained::scaledOnly)
                .flatMap(other -> Fit.of(claimed, forms.get(0).of().apply(delta), tolerance, least)
                        .filter(fit -> Explained.same(fit.factor(), other.fit.factor()))
                        .map(fit -> new Explained(
                                Optional.of(causes.scaled(Optional.of(name), fit.factor(), scales.of(fit.factor()))),
                                other.cost,
                                fit)));
    }

    private static Optional<Explained> better(Optional<Explained> one, Optional<Explained> other) {
        return one.isEmpty() || (other.isPresent() && other.get().cost < one.get().cost) ? other : one;
    }

    private Optional<Explained> plain(double[] right) {
        return Fit.of(claimed, right, tolerance, least).flatMap(fit -> {
            if (fit.exact()) {
                return Optional.of(new Explained(Optional.empty(), 0, fit));
            }
            Optional<Scales.Known> known = scales.of(fit.factor());
            if (known.isEmpty() && count(claimed) < ENOUGH) {
                return Optional.empty();
            }
            double cost = known.map(Scales.Known::cost).orElse(SCALED);
            return Optional.of(
                    new Explained(Optional.of(causes.scaled(Optional.of(name), fit.factor(), known)), cost, fit));
        });
    }

    private int count(double[] values) {
        int count = 0;
        for (double value : values) {
            count += Math.abs(value) > least ? 1 : 0;
        }
        return count;
    }

    private Optional<Explained> missing(double[] right) {
        return Matrices.largest(claimed) == 0 && Matrices.largest(right) > least
                ? Optional.of(new Explained(Optional.of(causes.missing(name)), 1, new Fit(0, 0)))
                : Optional.empty();
    }

    /** {@code claimed = right + lambda direction}, which is theta or its signs. */
    private Optional<Explained> added(double[] right, double[] direction, boolean areSigns) {
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
        return exactly(both, () -> causes.decayed(name, lambda, areSigns));
    }

    /** {@code claimed = max(-c, min(c, right))}. */
    private Optional<Explained> clipped(double[] right) {
        double c = Matrices.largest(claimed);
        long at = Arrays.stream(claimed)
                .filter(g -> Math.abs(g) >= c * (1 - tolerance))
                .count();
        if (at < 2 || Matrices.largest(right) <= c * (1 + tolerance)) {
            return Optional.empty();
        }
        double[] clipped =
                Arrays.stream(right).map(g -> Math.max(-c, Math.min(c, g))).toArray();
        return exactly(clipped, () -> causes.clipped(name, c));
    }

    private Optional<Explained> exactly(double[] proposed, Supplier<Cause> cause) {
        return Fit.of(claimed, proposed, tolerance, least)
                .filter(Fit::exact)
                .map(fit -> new Explained(Optional.of(cause.get()), DECAYED, fit));
    }

    private Optional<Explained> fitted(double[] proposed, Supplier<Cause> cause, double cost) {
        return Fit.of(claimed, proposed, tolerance, least)
                .filter(fit -> fit.exact() || (scales.of(fit.factor()).isPresent() && count(claimed) >= 2))
                .filter(fit -> Matrices.largest(claimed) > least || Matrices.largest(proposed) <= least)
                .map(fit -> new Explained(Optional.of(cause.get()), cost + ofFactor(fit), fit));
    }

    /** How unlikely a known factor is beside another mistake. */
    private double ofFactor(Fit fit) {
        return fit.exact() ? 0 : 0.6 + scales.of(fit.factor()).orElseThrow().cost() / 2;
    }
}
