package handgrad.cli;

import handgrad.show.text.Screen;
import handgrad.show.text.Sheet;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;

/**
 * Shows that work goes on which cannot say how far it has come: after two seconds a moving bar with the time on a terminal, a line
 * now and then where there is none.
 */
final class Working implements AutoCloseable {
    private static final long POLLED_MILLIS = 500;

    private final String what;
    private final Screen screen;
    private final Pace pace;
    private final Pace own;
    private final PrintWriter err;
    private final Thread thread = new Thread(this::watch, "handgrad-working");
    private boolean ended;
    private ProgressBar bar;

    private Working(String what, Screen screen, Pace pace, Pace own, PrintWriter err) {
        this.what = what;
        this.screen = screen;
        this.pace = pace;
        this.own = own;
        this.err = err;
    }

    /** While this is worked out. */
    static <T> T during(String what, Screen screen, Pace pace, PrintWriter err, Supplier<T> work) {
        Working working = on(what, screen, pace, err);
        try {
            return work.get();
        } finally {
            working.close();
        }
    }

    /**
     * Until it is closed.
     *
     * @param what is being done, such as "verifying NAME"
     * @param pace of the command's lines where there is no terminal
     */
    static Working on(String what, Screen screen, Pace pace, PrintWriter err) {
        return on(what, screen, pace, new Pace(), err);
    }

    /** @param own of this work alone: what ends soon is not worth a line */
    static Working on(String what, Screen screen, Pace pace, Pace own, PrintWriter err) {
        var working = new Working(what, screen, pace, own, err);
        working.thread.setDaemon(true);
        working.thread.start();
        return working;
    }

    private void watch() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(POLLED_MILLIS);
                show();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void show() {
        if (ended || !own.begun()) {
            return;
        }
        if (screen.terminal()) {
            if (bar == null) {
                bar = TerminalProgress.clock(what, screen);
            }
        } else if (pace.due()) {
            err.print(new Sheet(screen).say("%s: %d s".formatted(what, own.seconds())));
            err.flush();
        }
    }

    @Override
    public synchronized void close() {
        ended = true;
        thread.interrupt();
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
