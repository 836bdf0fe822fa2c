package handgrad.judge.reading;

import handgrad.network.Point;
import handgrad.network.Samples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Finds what a program computed, from the output down, block by block: of each weight gradient its two factors and scale, of
 * each bias its reduction, of each delta what came down, through which matrix, times which factor. Own gradient and what goes
 * down are read separately, since a factor may be on one path only. Because layers are explained one at a time, several mistakes
 * at once cost little more than one.
 */
public final class Reader {
    /** Readings that are kept from one layer to the next. */
    private static final int KEPT = 8;
    /** Readings of about the same likelihood. */
    private static final double ABOUT = 0.35;

    private static final int SHOWN = 3;
    /** How much likelier a mistake is that has been made before. */
    private static final double SAME_AGAIN = 0.8;

    private final Scene scene;
    private final Otherwise otherwise;
    private final Claim claim;

    /** @param learningRate of the update that the gradient was meant for, where it is known */
    public Reader(Point theta, Samples samples, OptionalDouble learningRate, Claim claim) {
        this.scene = new Scene(theta, samples, learningRate);
        this.otherwise = new Otherwise(theta, samples);
        this.claim = claim;
    }

    /**
     * What the program computed.
     *
     * @param causes of which all hold together, from the output down
     * @param residual of the fit, relative to the largest entry of a block
     */
    public record Reading(List<Cause> causes, double cost, double residual) {}

    /** The likeliest first, and those that are about as likely; empty where a block is not explained. */
    public List<Reading> readings() {
        List<Layered> kept = List.of(Layered.start());
        for (int l = scene.last; l >= 0; l--) {
            kept = next(l, kept);
        }
        var whole = kept.stream()
                .filter(reading ->
                        reading.unexplained().isEmpty() && !reading.causes().isEmpty())
                .map(reading -> named(new Reading(reading.causes(), reading.cost(), reading.residual())))
                .toList();
        return whole.isEmpty() ? otherwise.fitting(claim) : likeliest(whole);
    }

    /** Those that are about as likely as the first, but for other words for the same. */
    private List<Reading> likeliest(List<Reading> whole) {
        var shown = new ArrayList<Reading>();
        var signatures = new HashSet<List<String>>();
        for (Reading reading : whole) {
            boolean near = reading.cost() <= whole.get(0).cost() + ABOUT;
            if (near && shown.size() < SHOWN && signatures.add(signature(reading))) {
                shown.add(reading);
            }
        }
        return shown;
    }

    /** One sample with one output makes every fault of its delta a constant: there each mistake is named. */
    private List<String> signature(Reading reading) {
        boolean constant = scene.n == 1 && scene.nOut(scene.last) == 1;
        return reading.causes().stream()
                .map(cause -> constant ? cause.mistake() : cause.step().id())
                .distinct()
                .sorted()
                .toList();
    }

    /** A constant that makes the gradient as long as a round number is that of a clipped norm. */
    private Reading named(Reading reading) {
        Cause cause = reading.causes().get(0);
        double[] all = claim.values(scene.network.blocks());
        double norm = Math.sqrt(Matrices.dot(all, all));
        double round = Double.parseDouble("%.2e".formatted(norm));
        boolean clipped = reading.causes().size() == 1
                && cause.mistake().equals("wrong-scale")
                && cause.layer() == scene.last
                && cause.parameter().isEmpty()
                && Math.abs(norm - round) <= 1e-6 * norm;
        return clipped
                ? new Reading(
                        List.of(new Cause(
                                "clipped-by-norm",
                                Step.AFTERWARDS,
                                cause.layer(),
                                cause.parameter(),
                                "the whole gradient is scaled so that its norm is " + Scales.written(round),
                                "%s g / |g|".formatted(Scales.written(round)),
                                "g, the gradient itself")),
                        reading.cost(),
                        reading.residual())
                : reading;
    }

    /** What holds where nothing is found, a sentence a layer, from the output down. */
    public List<String> holds(Point right) {
        return Holds.of(claim, right);
    }

    private List<Layered> next(int l, List<Layered> before) {
        var reading = new LayerReading(scene, l, claim);
        Optional<HiddenDeltas> below =
                l == scene.last ? Optional.empty() : Optional.of(new HiddenDeltas(scene, l, claim));
        Map<String, Layered> found = new LinkedHashMap<>();
        for (Layered state : before) {
            List<Delta> deltas = below.isEmpty() ? outputDeltas() : below.get().deltas(state);
            deltas.add(deltas.get(0).early(l));
            for (Delta delta : deltas) {
                LayerReading.Read read = reading.read(delta.value(), delta.slope(), delta.cost() <= 1);
                if (read.unexplained().size() < 2 || delta.cost() == 0) {
                    add(found, state, delta, read);
                }
            }
        }
        var kept = new ArrayList<Layered>();
        found.values().stream()
                .sorted(Comparator.comparingDouble(Layered::cost))
                .forEach(one -> {
                    if (kept.size() < KEPT && kept.stream().noneMatch(other -> other.isAlike(one))) {
                        kept.add(one);
                    }
                });
        return kept;
    }

    private static void add(Map<String, Layered> found, Layered state, Delta delta, LayerReading.Read read) {
        var causes = state.and(Optional.empty(), Optional.empty(), delta.causes());
        causes.addAll(read.causes());
        var unexplained = new ArrayList<>(state.unexplained());
        unexplained.addAll(read.unexplained());
        var next = new Layered(
                causes,
                state.cost() + delta.cost() + read.cost() - SAME_AGAIN * repeated(state, causes),
                Math.max(state.residual(), read.residual()),
                delta.down(),
                delta.slope(),
                read.sent(),
                unexplained);
        found.merge(
                causes.stream().map(Cause::explanation).toList().toString(),
                next,
                (one, other) -> one.cost() <= other.cost() ? one : other);
    }

    /** A program that makes a mistake in one layer makes it in the next. */
    private static long repeated(Layered state, List<Cause> causes) {
        return causes.subList(state.causes().size(), causes.size()).stream()
                .filter(cause -> state.causes().stream()
                        .anyMatch(before -> before.mistake().equals(cause.mistake())))
                .count();
    }

    private List<Delta> outputDeltas() {
        double[][] slope = scene.lossSlope();
        var all = new ArrayList<Delta>();
        for (Form form : new OutputForms(scene).all()) {
            all.add(new Delta(form.cause().stream().toList(), form.cost(), form.value(), slope));
        }
        return all;
    }
}
