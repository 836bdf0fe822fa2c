package handgrad.cli;

import handgrad.show.text.Screen;
import handgrad.train.Observation;
import handgrad.train.Progress;
import java.io.PrintWriter;

/** Shows how far training has come on its way to the point of a trace; it leaves nothing behind, so that Ctrl-C ends it at once. */
final class WayProgress implements Progress, AutoCloseable {
    private final TerminalProgress shown;
    private long steps;

    WayProgress(String name, Screen screen, PrintWriter err) {
        var pace = new Pace();
        var loading = Working.on("loading " + name, screen, pace, err);
        shown = TerminalProgress.of(name, loading, screen, pace, err);
    }

    @Override
    public void started(long all) {
        steps = all;
    }

    @Override
    public void observed(Observation seen) {
        shown.show(steps, seen.step(), seen);
    }

    @Override
    public void close() {
        shown.close();
    }
}
