package handgrad.cli;

import handgrad.InputException;
import handgrad.sweep.Cluster;
import handgrad.sweep.Journal;
import handgrad.sweep.Sweep;
import handgrad.sweep.Workers;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the runs of a sweep are made. What is not given is null. */
final class WorkerOptions {
    @Option(
            names = "--cores",
            paramLabel = "N",
            description = "Runs at the same time. Default: the cores of this machine.")
    private Integer cores;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Make the runs on a Spark cluster: spark://HOST:PORT, or local-cluster[N,CORES,MB].")
    private String master;

    /**
     * How many runs are made at once on this machine.
     *
     * @throws InputException if there are no such cores, or the runs are made elsewhere
     */
    int count() {
        int processors = Runtime.getRuntime().availableProcessors();
        if (cores == null) {
            return processors;
        }
        if (cores < 1 || cores > processors) {
            throw new InputException(
                    "--cores %d: expected 1 to %d, the cores of this machine".formatted(cores, processors));
        }
        if (master != null) {
            throw new InputException(
                    "--cores %d: is for this machine, expected no --master beside it".formatted(cores));
        }
        return cores;
    }

    /**
     * Makes what is missing in a journal.
     *
     * @param words that describe the sweep to another machine
     */
    void make(Sweep sweep, List<String> words, Journal journal, SweepProgress progress) {
        if (master == null) {
            Workers.run(sweep, journal, count(), progress);
            return;
        }
        Cluster cluster = Cluster.found()
                .orElseThrow(() -> new InputException(
                        "--master %s: Spark is not on the class path, expected the command to be started by ./handgrad"
                                .formatted(master)));
        cluster.run(new Cluster.Order(master, words, sweep), journal, progress);
    }
}
