package handgrad.cli;

import handgrad.InputException;
import handgrad.engine.Threads;
import handgrad.show.record.BenchJson;
import handgrad.show.text.BenchText;
import handgrad.train.bench.Bench;
import handgrad.train.bench.Machine;
import handgrad.train.bench.Measured;
import handgrad.train.bench.Plan;
import handgrad.train.bench.Workload;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code handgrad bench}. */
@Command(
        name = "bench",
        description = "Measures what a step of training takes, in microseconds. Of the hand engine, DL4J's "
                + "fit, and the matrix products of a step alone, which are the floor. They take turns in one "
                + "process. Exit code 0: measured, 2: the input is wrong.",
        mixinStandardHelpOptions = true,
        versionProvider = Handgrad.Version.class,
        footer = {"", "Try: handgrad bench --quick", "     handgrad bench --quick --json"})
final class BenchCommand implements Runnable {
    private final Plan quickPlan;
    private final Plan fullPlan;

    @Option(
            names = "--quick",
            description = "Three workloads in half a minute. Without it: ten, from single samples to batches of 8,192, "
                    + "up to 1,024 neurons wide and nine layers deep, in about six minutes.")
    private boolean quick;

    @Option(names = "--json", description = "Print one JSON document on standard output, an array, and nothing else.")
    private boolean json;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads that ND4J's loops and BLAS may use. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(names = "--float", description = "Single instead of double precision.")
    private boolean single;

    @Spec
    private CommandSpec spec;

    BenchCommand() {
        this(Plan.QUICK, Plan.FULL);
    }

    BenchCommand(Plan quickPlan, Plan fullPlan) {
        this.quickPlan = quickPlan;
        this.fullPlan = fullPlan;
    }

    /** @throws InputException if there are not as many threads to be had */
    @Override
    public void run() {
        int processors = Runtime.getRuntime().availableProcessors();
        if (threads < 1 || threads > processors) {
            throw new InputException(
                    "--threads %d: expected 1 to %d, the processors of this machine".formatted(threads, processors));
        }
        DataType type = single ? DataType.FLOAT : DataType.DOUBLE;
        var workloads = new ArrayList<>(Workload.standard(type));
        if (!quick) {
            workloads.addAll(Workload.growth(type));
        }
        Plan plan = quick ? quickPlan : fullPlan;
        List<Measured> rows = measure(workloads, plan);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(BenchJson.of(rows));
        } else {
            out.print(BenchText.of(rows, plan, Machine.here(), threads, type, Handgrad.screen(spec)));
        }
        out.flush();
    }

    private List<Measured> measure(List<Workload> workloads, Plan plan) {
        Threads.use(threads);
        try (var progress = BenchProgress.of(
                workloads, plan, Handgrad.screen(spec), spec.commandLine().getErr())) {
            return new Bench(plan).measure(workloads, progress);
        } finally {
            // The rest of this process, if there is any, computes with one thread as ever.
            Threads.use(1);
        }
    }
}
