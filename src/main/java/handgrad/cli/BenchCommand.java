package handgrad.cli;

import handgrad.InputException;
import handgrad.engine.Threads;
import handgrad.show.record.BenchJson;
import handgrad.show.text.BenchText;
import handgrad.train.bench.Bench;
import handgrad.train.bench.Machine;
import handgrad.train.bench.Measured;
import handgrad.train.bench.Peers;
import handgrad.train.bench.Plan;
import handgrad.train.bench.Workload;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
        footer = {
            "",
            "Try: handgrad bench --quick",
            "     handgrad bench --quick --json",
            "     handgrad bench --quick --peers"
        })
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

    @Mixin
    private ThreadOption threads;

    @Option(
            names = "--peers",
            description =
                    "NumPy and, where they are installed, PyTorch and scikit-learn take turns too, on one thread, in a process of "
                            + "python3. In double precision.")
    private boolean peers;

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

    /** @throws InputException if there are not as many threads to be had, or no peers */
    @Override
    public void run() {
        int count = threads.count();
        if (peers && single) {
            throw new InputException("--peers --float: peers compute in double precision, expected one of the two");
        }
        DataType type = single ? DataType.FLOAT : DataType.DOUBLE;
        var workloads = new ArrayList<>(Workload.standard(type));
        if (!quick) {
            workloads.addAll(Workload.growth(type));
        }
        Plan plan = quick ? quickPlan : fullPlan;
        List<Measured> rows;
        String versions = "";
        if (peers) {
            // The launcher says where the project is.
            try (var others = Peers.start(Path.of(System.getProperty("handgrad.home", "")), "python3")) {
                versions = "Peers: " + others.versions() + "." + System.lineSeparator();
                rows = measure(workloads, plan, count, Optional.of(others));
            }
        } else {
            rows = measure(workloads, plan, count, Optional.empty());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(BenchJson.of(rows));
        } else {
            out.print(BenchText.of(rows, plan, Machine.here(), count, type, Handgrad.screen(spec)) + versions);
        }
        out.flush();
    }

    private List<Measured> measure(List<Workload> workloads, Plan plan, int count, Optional<Peers> others) {
        Threads.use(1);
        try (var progress = BenchProgress.of(
                workloads, plan, Handgrad.screen(spec), spec.commandLine().getErr())) {
            return new Bench(plan, count, others).measure(workloads, progress);
        }
    }
}
