package handgrad.sweep;

/** Hears of every run that is finished, from any thread, and may end a sweep early. */
public interface Watch {
    void finished(Finished run);

    /** Whether no further run should begin. */
    boolean cancelled();
}
