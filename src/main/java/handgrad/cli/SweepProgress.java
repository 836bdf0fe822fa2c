package handgrad.cli;

import handgrad.Figures;
import handgrad.show.text.Screen;
import handgrad.sweep.Criterion;
import handgrad.sweep.Finished;
import handgrad.sweep.Watch;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;

/** Shows how far a sweep has come: runs a second, how many have learned, the time left. */
final class SweepProgress implements Watch, AutoCloseable {
    private final String name;
    private final Criterion learned;
    private final long all;
    private final long before;
    private final Pace pace;
    private final PrintWriter err;
    private final Interruption interruption;
    private final Optional<ProgressBar> bar;
    private final long start = System.nanoTime();
    private long finished;
    private long hits;

    /** @param before how many are done already, of all */
    SweepProgress(
            String name,
            Criterion learned,
            long before,
            long all,
            Pace pace,
            Screen screen,
            PrintWriter err,
            Interruption interruption) {
        this.name = name;
        this.learned = learned;
        this.all = all;
        this.before = before;
        this.pace = pace;
        this.err = err;
        this.interruption = interruption;
        this.bar = screen.terminal() ? Optional.of(TerminalProgress.bar("runs", screen, all)) : Optional.empty();
        bar.ifPresent(shown -> shown.stepTo(before));
    }

    @Override
    public synchronized void finished(Finished run) {
        finished++;
        hits += learned.met(run) ? 1 : 0;
        if (bar.isPresent()) {
            bar.get().stepTo(before + finished);
            bar.get()
                    .setExtraMessage(" %s/s, %s of %s learned"
                            .formatted(rate(), Figures.number(hits), Figures.number(finished)));
        } else if (pace.due()) {
            err.printf(
                    "%s: %,d of %,d runs, %s a second, %,d of %,d learned, about %s left%n",
                    name, before + finished, all, rate(), hits, finished, left());
            err.flush();
        }
    }

    private double perSecond() {
        return finished / Math.max(1e-3, (System.nanoTime() - start) / 1e9);
    }

    private String rate() {
        double rate = perSecond();
        return rate < 10 ? String.format(Locale.ROOT, "%.1f", rate) : Figures.number(Math.round(rate));
    }

    private String left() {
        long seconds = Math.round((all - before - finished) / perSecond());
        return seconds < 100
                ? seconds + " s"
                : "%d:%02d:%02d"
                        .formatted(
                                TimeUnit.SECONDS.toHours(seconds),
                                TimeUnit.SECONDS.toMinutes(seconds) % 60,
                                seconds % 60);
    }

    @Override
    public boolean cancelled() {
        return interruption.requested();
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
