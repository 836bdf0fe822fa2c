package handgrad.cli;

import handgrad.Figures;
import handgrad.lab.result.Run;
import handgrad.show.text.Screen;
import handgrad.show.text.Sheet;
import handgrad.train.Observation;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a run has come: a bar on a terminal, a line now and then where there is none. */
abstract class TerminalProgress implements AutoCloseable {
    /** What is done before the first step, which takes its time on a wide network. */
    private final Working before;

    private TerminalProgress(Working before) {
        this.before = before;
    }

    static TerminalProgress of(String name, Screen screen, Pace pace, PrintWriter err) {
        return of(name, Working.on(name + ": verifying gradients", screen, pace, err), screen, pace, err);
    }

    /** @param before shows what is done before the first step */
    static TerminalProgress of(String name, Working before, Screen screen, Pace pace, PrintWriter err) {
        return screen.terminal() ? new Bar(screen, before) : new Lines(name, screen, pace, err, before);
    }

    /**
     * Shows that a run trains.
     *
     * @param steps of the run
     * @param step the last one made
     * @param seen the last observation
     */
    final void show(long steps, long step, Observation seen) {
        before.close();
        trained(steps, step, seen);
    }

    abstract void trained(long steps, long step, Observation seen);

    @Override
    public void close() {
        before.close();
    }

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

    static ProgressBar bar(String task, Screen screen, long steps) {
        return builder(task, screen).setInitialMax(steps).build();
    }

    /** Of work whose end is not known: it moves, and shows the time. */
    static ProgressBar clock(String task, Screen screen) {
        return builder(task, screen)
                .setInitialMax(-1)
                .continuousUpdate()
                .hideEta()
                .build();
    }

    private static ProgressBarBuilder builder(String task, Screen screen) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setMaxRenderedLength(screen.width())
                .setUpdateIntervalMillis(200)
                .clearDisplayOnFinish();
    }

    private static final class Bar extends TerminalProgress {
        private final Screen screen;
        private ProgressBar bar;

        Bar(Screen screen, Working before) {
            super(before);
            this.screen = screen;
        }

        @Override
        void trained(long steps, long step, Observation seen) {
            if (bar == null) {
                bar = bar("training", screen, steps);
            }
            bar.stepTo(step);
            bar.setExtraMessage(" " + figures(seen));
        }

        @Override
        public void close() {
            super.close();
            if (bar != null) {
                bar.close();
            }
        }
    }

    private static final class Lines extends TerminalProgress {
        private final String name;
        private final Screen screen;
        private final Pace pace;
        private final PrintWriter err;

        Lines(String name, Screen screen, Pace pace, PrintWriter err, Working before) {
            super(before);
            this.name = name;
            this.screen = screen;
            this.pace = pace;
            this.err = err;
        }

        @Override
        void trained(long steps, long step, Observation seen) {
            if (pace.due()) {
                err.print(new Sheet(screen).say("%s: step %,d of %,d, %s".formatted(name, step, steps, figures(seen))));
                err.flush();
            }
        }
    }
}
