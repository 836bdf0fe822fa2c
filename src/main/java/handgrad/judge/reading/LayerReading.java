package handgrad.judge.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the claimed gradient of one layer, for a delta that it may have been made with. */
final class LayerReading {
    /** Columns that tell whether a delta is worth a closer look. */
    private static final int LOOKED_AT = 3;

    private final BlockCauses causes;
    private final Scales scales;
    private final double[][] input;
    private final BlockReading weights;
    private final BlockReading firstColumns;
    private final BlockReading bias;
    private final boolean hasWeights;
    private final boolean hasBias;

    LayerReading(Scene scene, int l, Claim claim) {
        this.causes = new BlockCauses(scene, l);
        this.scales = new Scales(scene);
        this.input = scene.input(l);
        double[][] claimed = claim.gradient().rows(scene.weights(l));
        double[] first = Matrices.flat(Matrices.firstColumns(claimed, LOOKED_AT));
        double[] w = Matrices.flat(scene.w(l));
        var weightForms = new WeightForms(scene, l).all();
        var biasForms = new BiasForms(scene, l, claim).all();
        double[] ofBias = claim.gradient().values(scene.bias(l));
        this.weights = new BlockReading("weights", weightForms, Matrices.flat(claimed), w, causes, scales, claim);
        this.firstColumns = new BlockReading("weights", List.of(), first, w, causes, scales, claim);
        this.bias = new BlockReading("bias", biasForms, ofBias, scene.b(l), causes, scales, claim);
        this.hasWeights = claim.has(scene.weights(l));
        this.hasBias = claim.has(scene.bias(l));
    }

    /** What the layer is, given a delta: its causes, and what may go down. */
    record Read(List<Cause> causes, double cost, double residual, List<Form> sent) {}

    /**
     * Empty where a block is not explained.
     *
     * @param slope of which delta was made: a factor may be missing in one block only
     */
    Optional<Read> read(double[][] delta, double[][] slope, boolean thoroughly) {
        if (!thoroughly && !promising(delta)) {
            return Optional.empty();
        }
        Optional<ReadBlock> w = hasWeights ? weights.best(delta, slope, thoroughly) : ReadBlock.NOT_CLAIMED;
        Optional<ReadBlock> b = hasBias ? bias.best(delta, slope, thoroughly) : ReadBlock.NOT_CLAIMED;
        if (b.isEmpty()) {
            b = bias.sameFactor(w, delta);
        } else if (w.isEmpty()) {
            w = weights.sameFactor(b, delta);
        }
        return w.isPresent() && b.isPresent() ? Optional.of(both(w.get(), b.get(), delta)) : Optional.empty();
    }

    /** Both blocks are explained: a mistake or a factor that they share is one. */
    private Read both(ReadBlock w, ReadBlock b, double[][] delta) {
        double residual = Math.max(w.residual(), b.residual());
        var found = new ArrayList<Cause>();
        double cost = w.cost() + b.cost();
        if (w.isSameMistake(b)) {
            found.add(w.form().orElseThrow().ofTheLayer());
            cost = Math.max(w.cost(), b.cost());
        } else {
            w.form().ifPresent(found::add);
            b.form().ifPresent(found::add);
        }
        boolean together = w.isScaled() && (!hasBias || w.hasFactor(b.factor()));
        if (!together) {
            weights.scale(w).ifPresent(found::add);
            bias.scale(b).ifPresent(found::add);
            return new Read(found, cost, residual, List.of());
        }
        Optional<String> parameter = hasBias ? Optional.empty() : Optional.of("weights");
        found.add(causes.scaled(parameter, w.factor(), scales.of(w.factor())));
        if (w.isScaledOnly() && b.isScaledOnly()) {
            cost = Math.min(w.cost(), b.cost());
        }
        return new Read(found, cost, residual, List.of(Form.right(Matrices.scaled(delta, w.factor()))));
    }

    /** Whether the bias or the first columns of the weights' gradient are those of a delta, up to a factor. */
    private boolean promising(double[][] delta) {
        if (hasBias && bias.fit(Matrices.columnSums(delta)).isPresent()) {
            return true;
        }
        double[][] first = Matrices.firstColumns(delta, LOOKED_AT);
        return firstColumns
                .fit(Matrices.flat(Matrices.transposedTimes(input, first)))
                .isPresent();
    }
}
