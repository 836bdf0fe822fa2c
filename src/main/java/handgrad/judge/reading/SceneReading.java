package handgrad.judge.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a claim on one scene, from the output down, a layer at a time. */
final class SceneReading {
    /** Readings that are kept from one layer to the next. */
    private static final int KEPT = 8;
    /** How much likelier a mistake is that has been made before. */
    private static final double SAME_AGAIN = 0.8;

    private final Scene scene;
    private final Claim claim;

    SceneReading(Scene scene, Claim claim) {
        this.scene = scene;
        this.claim = claim;
    }

    /** The likeliest first; empty where a layer is not explained. */
    List<Reader.Reading> readings() {
        List<Layered> kept = List.of(Layered.start());
        for (int l = scene.last; l >= 0 && !kept.isEmpty(); l--) {
            kept = next(l, kept);
        }
        return kept.stream()
                .map(layered -> new Reader.Reading(layered.causes(), layered.cost(), layered.residual()))
                .toList();
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
                reading.read(delta.value(), delta.slope(), delta.cost() <= 1)
                        .ifPresent(read -> add(found, state, delta, read));
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
        var causes = state.and(delta.causes(), read.causes());
        var next = new Layered(
                causes,
                state.cost() + delta.cost() + read.cost() - SAME_AGAIN * repeated(state, causes),
                Math.max(state.residual(), read.residual()),
                delta.down(),
                delta.slope(),
                read.sent());
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
