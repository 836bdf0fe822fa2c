package handgrad.judge.reading;

import handgrad.judge.reading.BlockReading.Explained;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the claimed gradient of one layer, for a delta that it may have been made with. */
final class LayerReading {
    /** Nothing explains a block. */
    static final double UNEXPLAINED = 20;

    /** Columns that tell whether a delta is worth a closer look. */
    private static final int LOOKED_AT = 3;

    private final Scene scene;
    private final int l;
    private final Claim claim;
    private final BlockReading weights;
    private final BlockReading bias;
    private final BlockCauses causes;
    private final Scales scales;
    private final double[] firstColumns;
    private final double[] claimedBias;

    LayerReading(Scene scene, int l, Claim claim) {
        this.scene = scene;
        this.l = l;
        this.claim = claim;
        this.weights = BlockReading.ofWeights(scene, l, claim);
        this.bias = BlockReading.ofBias(scene, l, claim);
        this.causes = new BlockCauses(scene, l);
        this.scales = new Scales(scene);
        double[][] claimed = claim.gradient().rows(scene.weights(l));
        this.firstColumns = Matrices.flat(Matrices.firstColumns(claimed, LOOKED_AT));
        this.claimedBias = claim.gradient().values(scene.bias(l));
    }

    /** What the layer is, given a delta: its causes, and what may go down. */
    record Read(List<Cause> causes, double cost, double residual, List<Form> sent, List<String> unexplained) {}

    /** @param slope of which delta was made: a factor may be missing in one block only */
    Read read(double[][] delta, double[][] slope, boolean thoroughly) {
        if (!thoroughly && !promising(delta)) {
            return new Read(List.of(), 2 * UNEXPLAINED, 0, List.of(), List.of(weights.name(), bias.name()));
        }
        Optional<Explained> w = weights.best(delta, slope, thoroughly);
        Optional<Explained> b = bias.best(delta, slope, thoroughly);
        b = b.isPresent() ? b : bias.scaledLike(w, delta);
        w = w.isPresent() ? w : weights.scaledLike(b, delta);
        double residual = Math.max(residual(w), residual(b));
        if (w.isPresent() && b.isPresent() && together(w.get(), b.get())) {
            return scaled(w.get(), b.get(), delta, residual);
        }
        if (w.isPresent() && b.isPresent() && alike(w.get(), b.get())) {
            Cause both = w.get().cause().orElseThrow().ofTheLayer();
            double cost = Math.max(w.get().cost(), b.get().cost());
            return new Read(List.of(both), cost, residual, List.of(), List.of());
        }
        var found = new ArrayList<Cause>();
        var unexplained = new ArrayList<String>();
        double cost = add(w, found, unexplained, weights) + add(b, found, unexplained, bias);
        return new Read(found, cost, residual, List.of(), unexplained);
    }

    /** Whether the bias or the first columns of the weights' gradient are those of a delta, up to a factor. */
    private boolean promising(double[][] delta) {
        if (bias.isClaimed() && fits(claimedBias, Matrices.columnSums(delta))) {
            return true;
        }
        double[][] columns = Matrices.firstColumns(delta, LOOKED_AT);
        return fits(firstColumns, Matrices.flat(Matrices.transposedTimes(scene.input(l), columns)));
    }

    private boolean fits(double[] claimed, double[] proposed) {
        return Fit.of(claimed, proposed, claim.tolerance(), claim.least()).isPresent();
    }

    /** Whether one factor is on all that is claimed. */
    private boolean together(Explained w, Explained b) {
        return w.scaledOnly() && (!bias.isClaimed() || (b.scaledOnly() && w.hasFactorOf(b)));
    }

    /** The factor may be on delta, and go down with it. */
    private Read scaled(Explained w, Explained b, double[][] delta, double residual) {
        double factor = w.fit().factor();
        boolean alone = !bias.isClaimed();
        Cause cause = causes.scaled(alone ? Optional.of(weights.name()) : Optional.empty(), factor, scales.of(factor));
        double cost = alone ? w.cost() : Math.min(w.cost(), b.cost());
        Form sent = Form.right(Matrices.scaled(delta, factor));
        return new Read(List.of(cause), cost, residual, List.of(sent), List.of());
    }

    /** Whether both have one mistake, which is no factor. */
    private static boolean alike(Explained w, Explained b) {
        return w.cause().isPresent()
                && w.cause().map(Cause::mistake).equals(b.cause().map(Cause::mistake))
                && !w.scaledOnly();
    }

    private static double residual(Optional<Explained> block) {
        return block.map(explained -> explained.fit().residual()).orElse(0.0);
    }

    private static double add(
            Optional<Explained> block, List<Cause> causes, List<String> unexplained, BlockReading reading) {
        if (block.isEmpty()) {
            unexplained.add(reading.name());
            return UNEXPLAINED;
        }
        block.get().cause().ifPresent(causes::add);
        return block.get().cost();
    }
}
