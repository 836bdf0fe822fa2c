package handgrad.judge.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the claimed gradient of one layer, for a delta that it may have been made with. */
final class LayerReading {
    /** Nothing explains a block. */
    static final double UNEXPLAINED = 20;

    private static final double SCALED = 2;
    private static final double DECAYED = 1.6;
    /** A factor of any size is believed only where so many numbers agree on it. */
    private static final int ENOUGH = 4;
    /** Columns that tell whether a delta is worth a closer look. */
    private static final int LOOKED_AT = 3;

    private final Scene scene;
    private final int l;
    private final BlockCauses blockCauses;
    private final Scales scales;
    private final List<Made> weightForms;
    private final List<Made> biasForms;
    private final double[] weights;
    private final double[] firstColumns;
    private final double[] bias;
    private final boolean hasWeights;
    private final boolean hasBias;
    private final double tolerance;
    private final double least;

    LayerReading(Scene scene, int l, Claim claim) {
        this.scene = scene;
        this.l = l;
        this.blockCauses = new BlockCauses(scene, l);
        this.scales = new Scales(scene);
        double[][] claimed = claim.gradient().rows(scene.weights(l));
        this.weightForms = new WeightForms(scene, l).all();
        this.biasForms = new BiasForms(scene, l, claimed).all();
        this.weights = Matrices.flat(claimed);
        this.firstColumns = Matrices.flat(Matrices.firstColumns(claimed, LOOKED_AT));
        this.bias = claim.gradient().values(scene.bias(l));
        this.hasWeights = claim.has(scene.weights(l));
        this.hasBias = claim.has(scene.bias(l));
        this.tolerance = claim.tolerance();
        this.least = claim.least();
    }

    /** What a block is, given delta. */
    private record Block(Optional<Cause> cause, double cost, Fit fit) {
        /** Where nothing is claimed there is nothing to explain. */
        static final Optional<Block> NOT_CLAIMED = Optional.of(new Block(Optional.empty(), 0, new Fit(1, 0)));
    }

    /** What the layer is, given a delta: its causes, and what may go down. */
    record Read(List<Cause> causes, double cost, double residual, List<Form> sent, List<String> unexplained) {}

    /** @param slope of which delta was made: a factor may be missing in one block only */
    Read read(double[][] delta, double[][] slope, boolean thoroughly) {
        if (!thoroughly && !promising(delta)) {
            return new Read(List.of(), 2 * UNEXPLAINED, 0, List.of(), List.of("weights", "bias"));
        }
        Optional<Block> w =
                hasWeights ? best(weightForms, weights, delta, slope, "weights", thoroughly) : Block.NOT_CLAIMED;
        Optional<Block> b = hasBias ? best(biasForms, bias, delta, slope, "bias", thoroughly) : Block.NOT_CLAIMED;
        b = b.isPresent() ? b : sameFactor(w, biasForms, bias, delta, "bias");
        w = w.isPresent() ? w : sameFactor(b, weightForms, weights, delta, "weights");
        var causes = new ArrayList<Cause>();
        var sent = new ArrayList<Form>();
        var unexplained = new ArrayList<String>();
        boolean alone = !hasBias;
        boolean together = w.isPresent()
                && b.isPresent()
                && scaledOnly(w.get())
                && (alone
                        || (scaledOnly(b.get())
                                && same(w.get().fit.factor(), b.get().fit.factor())));
        double cost = 0;
        if (together) {
            double factor = w.get().fit.factor();
            Optional<String> parameter = alone ? Optional.of("weights") : Optional.empty();
            causes.add(blockCauses.scaled(parameter, factor, scales.of(factor)));
            cost = alone ? w.get().cost : Math.min(w.get().cost, b.get().cost);
            sent.add(Form.right(Matrices.scaled(delta, factor)));
        } else if (w.flatMap(Block::cause).isPresent()
                && w.flatMap(Block::cause)
                        .map(Cause::mistake)
                        .equals(b.flatMap(Block::cause).map(Cause::mistake))
                && !scaledOnly(w.get())) {
            causes.add(w.get().cause.get().ofTheLayer());
            cost = Math.max(w.get().cost, b.get().cost);
        } else {
            cost += add(w, causes, unexplained, "weights") + add(b, causes, unexplained, "bias");
        }
        double residual = Math.max(
                w.map(block -> block.fit.residual()).orElse(0.0),
                b.map(block -> block.fit.residual()).orElse(0.0));
        return new Read(causes, cost, residual, sent, unexplained);
    }

    /** Whether the bias or the first columns of the weights' gradient are those of a delta, up to a factor. */
    private boolean promising(double[][] delta) {
        if (hasBias
                && Fit.of(bias, Matrices.columnSums(delta), tolerance, least).isPresent()) {
            return true;
        }
        double[] proposed =
                Matrices.flat(Matrices.transposedTimes(scene.input(l), Matrices.firstColumns(delta, LOOKED_AT)));
        return Fit.of(firstColumns, proposed, tolerance, least).isPresent();
    }

    /** A block too small for a factor of any size, beside one that has it. */
    private Optional<Block> sameFactor(
            Optional<Block> beside, List<Made> made, double[] claimed, double[][] delta, String name) {
        return beside.filter(LayerReading::scaledOnly).flatMap(other -> Fit.of(
                        claimed, made.get(0).of().apply(delta), tolerance, least)
                .filter(fit -> same(fit.factor(), other.fit.factor()))
                .map(fit -> new Block(
                        Optional.of(blockCauses.scaled(Optional.of(name), fit.factor(), scales.of(fit.factor()))),
                        other.cost,
                        fit)));
    }

    private static double add(Optional<Block> block, List<Cause> causes, List<String> unexplained, String name) {
        if (block.isEmpty()) {
            unexplained.add(name);
            return UNEXPLAINED;
        }
        block.get().cause.ifPresent(causes::add);
        return block.get().cost;
    }

    private static boolean scaledOnly(Block block) {
        return block.cause.isPresent() && block.cause.get().step() == Step.SCALE;
    }

    private static boolean same(double one, double other) {
        return Math.abs(one - other) <= 1e-6 * Math.abs(one);
    }

    private Optional<Block> best(
            List<Made> made, double[] claimed, double[][] delta, double[][] slope, String name, boolean thoroughly) {
        double[] right = made.get(0).of().apply(delta);
        Optional<Block> best = plain(claimed, right, name);
        if (best.isPresent() && best.get().cost == 0) {
            return best;
        }
        best = better(best, missing(claimed, right, name));
        double[] theta = name.equals("bias") ? scene.b(l) : Matrices.flat(scene.w(l));
        best = better(best, added(claimed, right, theta, name, false));
        best = better(
                best,
                added(claimed, right, Arrays.stream(theta).map(Math::signum).toArray(), name, true));
        best = better(best, clipped(claimed, right, name));
        if (!thoroughly) {
            return best;
        }
        for (Made form : made.subList(1, made.size())) {
            best = better(
                    best,
                    fitted(claimed, form.of().apply(delta), () -> form.cause().orElseThrow(), form.cost()));
        }
        return better(
                best, fitted(claimed, made.get(0).of().apply(slope), () -> blockCauses.ownFactorMissing(name), 1.5));
    }

    private static Optional<Block> better(Optional<Block> one, Optional<Block> other) {
        return one.isEmpty() || (other.isPresent() && other.get().cost < one.get().cost) ? other : one;
    }

    private Optional<Block> plain(double[] claimed, double[] right, String name) {
        return Fit.of(claimed, right, tolerance, least).flatMap(fit -> {
            if (fit.exact()) {
                return Optional.of(new Block(Optional.empty(), 0, fit));
            }
            Optional<Scales.Known> known = scales.of(fit.factor());
            if (known.isEmpty() && count(claimed) < ENOUGH) {
                return Optional.empty();
            }
            double cost = known.map(Scales.Known::cost).orElse(SCALED);
            return Optional.of(
                    new Block(Optional.of(blockCauses.scaled(Optional.of(name), fit.factor(), known)), cost, fit));
        });
    }

    private int count(double[] claimed) {
        int count = 0;
        for (double entry : claimed) {
            count += Math.abs(entry) > least ? 1 : 0;
        }
        return count;
    }

    private Optional<Block> missing(double[] claimed, double[] right, String name) {
        return Matrices.largest(claimed) == 0 && Matrices.largest(right) > least
                ? Optional.of(new Block(Optional.of(blockCauses.missing(name)), 1, new Fit(0, 0)))
                : Optional.empty();
    }

    /** {@code claimed = right + lambda theta}, or its sign. */
    private Optional<Block> added(double[] claimed, double[] right, double[] theta, String name, boolean signs) {
        double[] added = new double[claimed.length];
        double[] both = new double[claimed.length];
        for (int i = 0; i < added.length; i++) {
            added[i] = claimed[i] - right[i];
        }
        double length = Matrices.dot(theta, theta);
        double lambda = length == 0 ? 0 : Matrices.dot(added, theta) / length;
        if (lambda == 0 || !Double.isFinite(lambda) || count(theta) < 2) {
            return Optional.empty();
        }
        for (int i = 0; i < both.length; i++) {
            both[i] = right[i] + lambda * theta[i];
        }
        return Fit.of(claimed, both, tolerance, least)
                .filter(Fit::exact)
                .map(fit -> new Block(Optional.of(blockCauses.decayed(name, lambda, signs)), DECAYED, fit));
    }

    /** {@code claimed = max(-c, min(c, right))}. */
    private Optional<Block> clipped(double[] claimed, double[] right, String name) {
        double c = Matrices.largest(claimed);
        long at = Arrays.stream(claimed)
                .filter(g -> Math.abs(g) >= c * (1 - tolerance))
                .count();
        if (at < 2 || Matrices.largest(right) <= c * (1 + tolerance)) {
            return Optional.empty();
        }
        double[] clipped =
                Arrays.stream(right).map(g -> Math.max(-c, Math.min(c, g))).toArray();
        return Fit.of(claimed, clipped, tolerance, least)
                .filter(Fit::exact)
                .map(fit -> new Block(Optional.of(blockCauses.clipped(name, c)), DECAYED, fit));
    }

    private Optional<Block> fitted(double[] claimed, double[] proposed, Supplier<Cause> cause, double cost) {
        return Fit.of(claimed, proposed, tolerance, least)
                .filter(fit -> fit.exact() || (scales.of(fit.factor()).isPresent() && count(claimed) >= 2))
                .filter(fit -> Matrices.largest(claimed) > least || Matrices.largest(proposed) <= least)
                .map(fit -> new Block(
                        Optional.of(cause.get()),
                        cost
                                + (fit.exact()
                                        ? 0
                                        : 0.6
                                                + scales.of(fit.factor())
                                                                .orElseThrow()
                                                                .cost()
                                                        / 2),
                        fit));
    }
}
