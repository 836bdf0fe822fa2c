package handgrad.train.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures the subjects in one process, by turns: what slows the machine down for a while slows all of them. Who begins a
 * round changes from round to round, so that nobody always follows the same one.
 */
public final class Bench {
    private final Plan plan;
    private final int threads;
    private final Optional<Peers> peers;

    /**
     * @param threads that may share a step of the hand engine, where it has more than one
     * @param peers who take turns too
     */
    public Bench(Plan plan, int threads, Optional<Peers> peers) {
        this.plan = plan;
        this.threads = threads;
        this.peers = peers;
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
     * code is the same, so that the first workload would otherwise be the one on which the JVM still compiles. They begin with the last
     * workload: lists of them end with large batches, and a loop that was compiled for a few numbers is unrolled for a few.
     */
    public List<Measured> measure(List<Workload> workloads, Watcher watcher) {
        List<Row> rows = workloads.stream().map(Row::new).toList();
        for (int row = rows.size() - 1; row >= 0; row--) {
            rows.get(row).rounds(1, plan.warmUp(), watcher);
        }
        rows.forEach(row -> row.rounds(plan.warmUp() + 1, plan.allRounds(), watcher));
        return rows.stream().map(Row::measured).toList();
    }

    /** All subjects and peers on one workload. */
    private final class Row {
        private final Workload workload;
        private final Map<Subject, Turns> subjects = new EnumMap<>(Subject.class);
        private final Map<String, Turns> others = new LinkedHashMap<>();

        Row(Workload workload) {
            this.workload = workload;
            for (Subject subject : Subject.values()) {
                subjects.put(subject, new Turns(Turn.of(subject.step(workload, threads)), plan));
            }
            peers.ifPresent(
                    all -> all.names().forEach(name -> others.put(name, new Turns(all.turn(name, workload), plan))));
        }

        void rounds(int first, int last, Watcher watcher) {
            for (int round = first; round <= last; round++) {
                var order = new ArrayList<>(subjects.values());
                order.addAll(others.values());
                Collections.rotate(order, round);
                int counted = round - 1 - plan.warmUp();
                order.forEach(turns -> turns.take(counted));
                watcher.ended(workload, round);
            }
        }

        Measured measured() {
            Map<Subject, Timing> timings = new EnumMap<>(Subject.class);
            subjects.forEach((subject, turns) -> timings.put(subject, turns.timing()));
            Map<String, Timing> theirs = new LinkedHashMap<>();
            others.forEach((name, turns) -> theirs.put(name, turns.timing()));
            return new Measured(workload, timings, theirs);
        }
    }
}
