package handgrad.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the subjects in one process, by turns: what slows the machine down for a while slows all of them, and a median over
 * many short turns leaves it out. Who begins a round changes from round to round, so that nobody always follows the same one.
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
         * @param round from 1 to {@link Plan#allRounds}
         */
        void ended(Workload workload, int round);
    }

    /** Takes about {@link Plan#allRounds} turns of each subject, longer where a step is longer than a turn. */
    public Measured measure(Workload workload, Watcher watcher) {
        List<Turns> all = List.of(Subject.values()).stream()
                .map(subject -> new Turns(subject, subject.step(workload)))
                .toList();
        for (int round = 1; round <= plan.allRounds(); round++) {
            int counted = round - 1 - plan.warmUp();
            for (Turns turns : rotated(all, round)) {
                turns.take(counted);
            }
            watcher.ended(workload, round);
        }
        Map<Subject, Timing> timings = new EnumMap<>(Subject.class);
        all.forEach(turns -> timings.put(turns.subject, Timing.of(turns.micros)));
        return new Measured(workload, timings);
    }

    private static List<Turns> rotated(List<Turns> all, int round) {
        var order = new ArrayList<>(all);
        Collections.rotate(order, round);
        return order;
    }

    /** One subject's turns. */
    private final class Turns {
        private final Subject subject;
        private final Runnable step;
        private final double[] micros = new double[plan.rounds()];
        private long steps = 1;

        Turns(Subject subject, Runnable step) {
            this.subject = subject;
            this.step = step;
        }

        /** @param counted the place of this turn among those that count, from 0; below 0 it only warms up */
        void take(int counted) {
            long begin = System.nanoTime();
            for (long i = 0; i < steps; i++) {
                step.run();
            }
            double nanos = Math.max(1, System.nanoTime() - begin);
            if (counted >= 0) {
                micros[counted] = nanos / steps / 1000;
            }
            // As many steps as would have filled this turn; a first one may be a thousand times slower than those to
            // come.
            steps = Math.max(1, Math.round(steps * (plan.turn().toNanos() / nanos)));
        }
    }
}
