package handgrad.train;

/** Hears how far a run has come, and may end it early. */
public interface Progress {
    /** Called once, before the first step. */
    default void started(long steps) {}

    /** Called after every step. */
    default void stepped(long step) {}

    /** Called at scheduled steps. */
    default void observed(Observation observation) {}

    /** Whether the run should end after the current step. */
    default boolean cancelled() {
        return false;
    }

    /** Hears nothing and goes on. */
    static Progress silent() {
        return new Progress() {};
    }
}
