package handgrad.cli;

import handgrad.Figures;
import handgrad.lab.result.Run;
import handgrad.train.Observation;
import handgrad.train.Progress;
import java.io.PrintWriter;
import java.util.Comparator;
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

    /** Of the engine that the run is about, which is compared with the first, or the first with another. */
    private static String figures(Observation seen) {
        String subject = Run.subject(
                seen.engines().stream().map(Observation.State::engine).toList());
        String loss = seen.engines().stream()
                .filter(state -> state.engine().equals(subject))
                .map(state -> "loss " + Figures.of(state.loss()))
                .findFirst()
                .orElseThrow();
        return seen.pairs().stream()
                .max(Comparator.comparing(pair -> pair.other().equals(subject)))
                .map(pair ->
                        loss + ", apart " + Figures.difference(pair.parameters().maxRelative()))
                .orElse(loss);
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
