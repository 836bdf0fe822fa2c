package handgrad.train.bench;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What the steps on a workload took.
 *
 * @param timings every subject's
 * @param peers other libraries', by their names; empty where they were not asked
 */
public record Measured(Workload workload, Map<Subject, Timing> timings, Map<String, Timing> peers) {
    public Measured {
        timings = Collections.unmodifiableMap(new EnumMap<>(timings));
        peers = Collections.unmodifiableMap(new LinkedHashMap<>(peers));
    }

    /** The peer that took the least. */
    public Optional<Map.Entry<String, Timing>> fastestPeer() {
        return peers.entrySet().stream()
                .min(Comparator.comparingDouble(peer -> peer.getValue().micros()));
    }

    /** How many times as long as the hand engine on one thread that one takes. */
    public OptionalDouble peerOverHand() {
        return fastestPeer().stream()
                .mapToDouble(peer -> peer.getValue().over(of(Subject.HAND)))
                .findFirst();
    }

    public Timing of(Subject subject) {
        return timings.get(subject);
    }

    /** How many times as long one takes as another. */
    public double ratio(Subject subject, Subject other) {
        return of(subject).over(of(other));
    }

    /** That of the subject that varied most. */
    public double spread() {
        return Stream.concat(timings.values().stream(), peers.values().stream())
                .mapToDouble(Timing::spread)
                .max()
                .orElseThrow();
    }
}
