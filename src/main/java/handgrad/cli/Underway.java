package handgrad.cli;

import handgrad.lab.Workbench;
import handgrad.lab.result.Run;
import handgrad.show.text.Screen;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/** A run that another thread makes and reports. Whoever waits for it sees how far it has come. */
record Underway(String title, Headway headway, Future<Optional<Made>> result) {
    /**
     * What came of it.
     *
     * @param seconds that it took, with its report
     */
    record Made(Run run, double seconds) {}

    /**
     * Begins it as soon as a thread is free; it ends early at an interruption, and does not begin after one.
     *
     * @param report writes the report of the run, and returns what is to be told of it
     */
    static Underway begin(
            Workbench workbench, UnaryOperator<Run> report, SideBySide threads, Interruption interruption) {
        var headway = new Headway(() -> interruption.requested() || threads.closed(), interruption::started);
        var result = threads.begin(
                () -> headway.cancelled() ? Optional.<Made>empty() : Optional.of(made(workbench, report, headway)));
        return new Underway(workbench.topic().title(), headway, result);
    }

    private static Made made(Workbench workbench, UnaryOperator<Run> report, Headway headway) {
        long start = System.nanoTime();
        Run run = report.apply(workbench.run(headway));
        return new Made(run, (System.nanoTime() - start) / 1e9);
    }

    /** Waits for it; nothing if it did not begin. */
    Optional<Made> awaited(Screen screen, Pace pace, PrintWriter err) {
        try (var progress = TerminalProgress.of(title, screen, pace, err)) {
            return SideBySide.result(result, () -> headway.show(progress));
        }
    }
}
