package handgrad.cli;

import handgrad.InputException;
import handgrad.Shown;
import handgrad.input.claim.Case;
import handgrad.input.claim.CaseFile;
import handgrad.judge.trace.Digits;
import handgrad.judge.trace.Selection;
import handgrad.lab.Experiment;
import handgrad.lab.Tracer;
import handgrad.lab.Waypoint;
import handgrad.lab.Workbench;
import handgrad.lab.own.Trainee;
import handgrad.lab.result.Traced;
import handgrad.network.Precision;
import handgrad.show.text.Sheet;
import handgrad.show.trace.TraceText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handgrad trace}. */
@Command(
        name = "trace",
        description =
                "Follows one sample forward and back through a network. Each node and each partial derivative as a"
                        + " formula, the same with numbers put in, and its value. Layers count from 1; samples, neurons, rows and"
                        + " columns from 0. What a case file, --gradient or --program claims stands beside what is right."
                        + " Exit code 1: it is wrong, or the oracle arrives at another gradient than the trace.",
        mixinStandardHelpOptions = true,
        versionProvider = Handgrad.Version.class)
final class TraceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "An experiment (see `handgrad list`), or a case file, FILE.json.")
    private String name;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "0",
            description = "Which sample of the batch. Default: ${DEFAULT-VALUE}.")
    private int sample;

    @Option(names = "--layer", paramLabel = "L", description = "This layer only, from 1. Default: all.")
    private Integer layer;

    @Option(
            names = "--neuron",
            paramLabel = "J",
            description = "This neuron only, from 0, of each layer or of --layer.")
    private Integer neuron;

    @Option(
            names = "--digits",
            paramLabel = "D",
            defaultValue = "6",
            description = "Significant digits that are shown, 1 to 17. Default: ${DEFAULT-VALUE}.")
    private int digits;

    @Option(
            names = "--float",
            description = "Trains, and judges what is claimed, in single instead of double precision.")
    private boolean single;

    @Mixin
    private WayOptions way;

    @Mixin
    private OwnOptions own;

    @Mixin
    private TableOptions table;

    @Mixin
    private TraceFile page;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var shown = new Digits(digits);
        page.check();
        own.check(true);
        Traced traced = traced();
        var out = spec.commandLine().getOut();
        out.print(TraceText.of(traced, shown, Handgrad.screen(spec)));
        out.flush();
        page.write(traced, shown, spec.commandLine().getErr());
        return traced.passes() ? ExitCode.OK : Ends.FAILED;
    }

    private Traced traced() {
        try {
            Optional<Trainee> asked = own.trainee(this::remark);
            return Paths.isCase(name) ? ofFile(asked) : ofExperiment(asked);
        } finally {
            own.close();
        }
    }

    private void remark(String line) {
        spec.commandLine().getErr().print(new Sheet(Handgrad.screen(spec)).say(line));
        spec.commandLine().getErr().flush();
    }

    private Traced ofFile(Optional<Trainee> asked) {
        way.given().ifPresent(option -> {
            throw new InputException(
                    "%s: a case file has its own network and point, expected no %s".formatted(name, option));
        });
        table.over(List.of(), true);
        Case given = CaseFile.read(Paths.of(name));
        Tracer tracer = tracer(given);
        return working(() -> asked.map(mine -> tracer.trace(given, mine)).orElseGet(() -> tracer.trace(given)));
    }

    private Traced ofExperiment(Optional<Trainee> asked) {
        Experiment experiment =
                table.over(List.of(ExperimentNames.of("trace", name)), true).get(0);
        Workbench workbench = own.beside(asked, List.of(way.workbench(experiment, precision())))
                .get(0);
        Tracer tracer = tracer(workbench.start());
        Waypoint reached = reached(workbench);
        return working(() -> tracer.traceAsking(reached));
    }

    private Waypoint reached(Workbench workbench) {
        try (var progress = new WayProgress(
                Shown.text(name), Handgrad.screen(spec), spec.commandLine().getErr())) {
            return workbench.at(way.step(), progress);
        }
    }

    private Tracer tracer(Case given) {
        var selection = Selection.of(given.network(), number(layer), number(neuron));
        return new Tracer(sample, selection, precision());
    }

    private Precision precision() {
        return single ? Precision.FLOAT : Precision.DOUBLE;
    }

    private Traced working(Supplier<Traced> work) {
        return Working.during(
                "tracing " + Shown.text(name),
                Handgrad.screen(spec),
                new Pace(),
                spec.commandLine().getErr(),
                work);
    }

    private static OptionalInt number(Integer given) {
        return given == null ? OptionalInt.empty() : OptionalInt.of(given);
    }
}
