package handgrad.cli;

import handgrad.InputException;
import handgrad.engine.Threads;
import picocli.CommandLine.Option;

/** How many threads work at once. */
final class ThreadOption {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Threads at work: several runs go side by side, and the steps of one by hand on large batches are shared. The "
                            + "results are the same bits with any number. Default: as many as there are processors.")
    private Integer threads;

    /** @throws InputException if there are not as many to be had */
    int count() {
        int processors = Threads.available();
        if (threads == null) {
            return processors;
        }
        if (threads < 1 || threads > processors) {
            throw new InputException(
                    "--threads %d: expected 1 to %d, the processors of this machine".formatted(threads, processors));
        }
        return threads;
    }
}
