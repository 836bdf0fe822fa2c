package handgrad.cli;

import handgrad.train.bench.Bench;
import handgrad.train.bench.Plan;
import handgrad.train.bench.Workload;
import java.io.PrintWriter;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Help.Ansi;

/** Shows how far a measurement has come: a bar on a terminal, lines for each workload where there is none. */
interface BenchProgress extends Bench.Watcher, AutoCloseable {
    static BenchProgress of(List<Workload> workloads, Plan plan, PrintWriter err) {
        return Ansi.AUTO.enabled() ? new Bar(workloads, plan) : new Lines(workloads, plan, err);
    }

    @Override
    void close();

    /** A bar over the rounds of all workloads. */
    final class Bar implements BenchProgress {
        private final ProgressBar bar;

        Bar(List<Workload> workloads, Plan plan) {
            this.bar = TerminalProgress.bar("measuring", (long) workloads.size() * plan.allRounds());
        }

        @Override
        public void ended(Workload workload, int round) {
            bar.step();
            bar.setExtraMessage(" " + workload);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** A line when the JVM begins to warm up on a workload, and one when turns begin to count. */
    record Lines(List<Workload> workloads, Plan plan, PrintWriter err) implements BenchProgress {
        @Override
        public void ended(Workload workload, int round) {
            if (round == plan.warmUp() + 1) {
                say("measuring", workload);
            } else if (round == 1) {
                say("warming up on", workload);
            }
        }

        private void say(String what, Workload workload) {
            err.printf("%s %s (%d of %d)%n", what, workload, workloads.indexOf(workload) + 1, workloads.size());
            err.flush();
        }

        @Override
        public void close() {}
    }
}
