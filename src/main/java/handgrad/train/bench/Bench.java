package handgrad.train.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures the subjects in one process, by turns: what slows the machine down for a while slows all of them. Who begins a
 * round changes from round to round, so that nobody always follows the same one.
 */
public final class Bench {
    private final Plan plan;

    public Bench(Plan plan) {
        this.plan = plan;
    }

    /** Is told how far a measurement has come. */
    @FunctionalInterface
    public interface Watcher {
        /**
         * A round has ended.
         *
         * @param round from 1 to {@link Plan#allRounds}, those that only warm up first
         */
        void ended(Workload workload, int round);
    }

    /**
     * Measures one workload after the other. The rounds that warm up, of all of them, come before the first that counts: the
     * code is the same, so that the first workload would otherwise be the one on which the JVM still compiles.
     */
    public List<Measured> measure(List<Workload> workloads, Watcher watcher) {
        List<Row> rows = workloads.stream().map(Row::new).toList();
        rows.forEach(row -> row.rounds(1, plan.warmUp(), watcher));
        rows.forEach(row -> row.rounds(plan.warmUp() + 1, plan.allRounds(), watcher));
        return rows.stream().map(Row::measured).toList();
    }

    /** All subjects on one workload. */
    private final class Row {
        private final Workload workload;
        private final List<Turns> all;

        Row(Workload workload) {
            this.workload = workload;
            this.all = Stream.of(Subject.values())
                    .map(subject -> new Turns(subject, workload, plan))
                    .toList();
        }

        void rounds(int first, int last, Watcher watcher) {
            for (int round = first; round <= last; round++) {
                var order = new ArrayList<>(all);
                Collections.rotate(order, round);
                int counted = round - 1 - plan.warmUp();
                order.forEach(turns -> turns.take(counted));
                watcher.ended(workload, round);
            }
        }

        Measured measured() {
            Map<Subject, Timing> timings = new EnumMap<>(Subject.class);
            all.forEach(turns -> timings.put(turns.subject(), turns.timing()));
            return new Measured(workload, timings);
        }
    }
}
