package handgrad.cli;

import handgrad.Figures;
import handgrad.lab.result.Run;
import handgrad.train.Observation;
import handgrad.train.Progress;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Help.Ansi;

/** Shows how far a run has come: a bar on a terminal, a line for each tenth where there is none. */
abstract class TerminalProgress implements Progress, AutoCloseable {
    private final Interruption interruption;

    private TerminalProgress(Interruption interruption) {
        this.interruption = interruption;
    }

    static TerminalProgress of(String name, PrintWriter err, Interruption interruption) {
        return Ansi.AUTO.enabled() ? new Bar(interruption) : new Lines(name, err, interruption);
    }

    @Override
    public void started(long steps) {
        interruption.started();
        begin(steps);
    }

    /** Shows that a run of so many steps begins. */
    abstract void begin(long steps);

    @Override
    public boolean cancelled() {
        return interruption.requested();
    }

    @Override
    public void close() {}

    private static String figures(Observation seen) {
        int last = seen.engines().size() - 1;
        boolean own = seen.engines().get(last).engine().equals(Run.OWN);
        String loss = "loss " + Figures.of(seen.engines().get(own ? last : 0).loss());
        return seen.pairs().isEmpty()
                ? loss
                : loss + ", apart "
                        + Figures.difference(seen.pairs()
                                .get(own ? last - 1 : 0)
                                .parameters()
                                .maxRelative());
    }

    static ProgressBar bar(String task, long steps) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(200)
                .clearDisplayOnFinish()
                .build();
    }

    private static final class Bar extends TerminalProgress {
        private ProgressBar bar;

        Bar(Interruption interruption) {
            super(interruption);
        }

        @Override
        void begin(long steps) {
            bar = bar("training", steps);
        }

        @Override
        public void stepped(long step) {
            bar.stepTo(step);
        }

        @Override
        public void observed(Observation seen) {
            bar.setExtraMessage(" " + figures(seen));
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
        }
    }

    private static final class Lines extends TerminalProgress {
        private static final int LINES = 10;

        private final String name;
        private final PrintWriter err;
        private long steps;
        private long next;

        Lines(String name, PrintWriter err, Interruption interruption) {
            super(interruption);
            this.name = name;
            this.err = err;
        }

        @Override
        void begin(long all) {
            steps = all;
        }

        @Override
        public void observed(Observation seen) {
            if (seen.step() >= next) {
                err.printf("%s: step %,d of %,d, %s%n", name, seen.step(), steps, figures(seen));
                err.flush();
                next = seen.step() + Math.max(1, steps / LINES);
            }
        }
    }
}
