package handgrad.cli;

import handgrad.train.Observation;
import handgrad.train.Progress;
import java.util.function.BooleanSupplier;

/** How far a run has come, written by the thread that makes it and read by another. */
final class Headway implements Progress {
    private final BooleanSupplier cancelled;
    private final Runnable start;
    private volatile long steps;
    private volatile long step;
    private volatile Observation seen;

    /**
     * @param cancelled whether the run is to end early
     * @param start called when its training starts
     */
    Headway(BooleanSupplier cancelled, Runnable start) {
        this.cancelled = cancelled;
        this.start = start;
    }

    @Override
    public void started(long all) {
        start.run();
        steps = all;
    }

    @Override
    public void stepped(long number) {
        step = number;
    }

    @Override
    public void observed(Observation observation) {
        seen = observation;
    }

    @Override
    public boolean cancelled() {
        return cancelled.getAsBoolean();
    }

    /** Shows it, once there is something to be seen. */
    void show(TerminalProgress progress) {
        if (seen != null) {
            progress.show(steps, step, seen);
        }
    }
}
