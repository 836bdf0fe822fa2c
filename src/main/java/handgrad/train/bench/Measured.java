package handgrad.train.bench;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What the steps on a workload took, every subject's. */
public record Measured(Workload workload, Map<Subject, Timing> timings) {
    public Measured {
        timings = Collections.unmodifiableMap(new EnumMap<>(timings));
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
        return timings.values().stream().mapToDouble(Timing::spread).max().orElseThrow();
    }
}
