package handgrad.cli;

import handgrad.show.text.Screen;
import handgrad.show.text.Sheet;
import handgrad.train.bench.Bench;
import handgrad.train.bench.Plan;
import handgrad.train.bench.Workload;
import java.io.PrintWriter;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;

/** Shows how far a measurement has come: a bar on a terminal, a line now and then where there is none. */
interface BenchProgress extends Bench.Watcher, AutoCloseable {
    static BenchProgress of(List<Workload> workloads, Plan plan, Screen screen, PrintWriter err) {
        return screen.terminal()
                ? new Bar(workloads, plan, screen)
                : new Lines(workloads, plan, new Pace(), screen, err);
    }

    @Override
    void close();

    /** A bar over the rounds of all workloads. */
    final class Bar implements BenchProgress {
        private final ProgressBar bar;

        Bar(List<Workload> workloads, Plan plan, Screen screen) {
            this.bar = TerminalProgress.bar("measuring", screen, (long) workloads.size() * plan.allRounds());
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

    /** A line now and then. */
    record Lines(List<Workload> workloads, Plan plan, Pace pace, Screen screen, PrintWriter err)
            implements BenchProgress {
        @Override
        public void ended(Workload workload, int round) {
            if (pace.due()) {
                String what = round > plan.warmUp() ? "measuring" : "warming up on";
                err.print(new Sheet(screen)
                        .say("%s %s (%d of %d)"
                                .formatted(what, workload, workloads.indexOf(workload) + 1, workloads.size())));
                err.flush();
            }
        }

        @Override
        public void close() {}
    }
}
