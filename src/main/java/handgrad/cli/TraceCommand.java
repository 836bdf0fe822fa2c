package handgrad.cli;

import handgrad.InputException;
import handgrad.Shown;
import handgrad.input.claim.Case;
import handgrad.input.claim.CaseFile;
import handgrad.judge.trace.Digits;
import handgrad.judge.trace.Selection;
import handgrad.lab.EngineKind;
import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import handgrad.lab.Tracer;
import handgrad.lab.Waypoint;
import handgrad.lab.Workbench;
import handgrad.lab.result.Traced;
import handgrad.show.trace.TraceText;
import handgrad.train.Settings;
import java.util.List;
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
                        + " columns from 0. Exit code 1: the oracle arrives at another gradient.",
        mixinStandardHelpOptions = true,
        versionProvider = Handgrad.Version.class)
final class TraceCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "NAME",
            description = "An experiment (see `handgrad list`), or a case file, FILE.json.")
    private String name;

    @Option(
            names = "--step",
            paramLabel = "N",
            description = "Of an experiment: where training stands after N steps, with the batch that the next one takes; "
                    + "it trains as `handgrad run` does. Default: 0, the start.")
    private Long step;

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

    @Option(names = "--seed", paramLabel = "N", description = "Of an experiment: seed of the starting point.")
    private Long seed;

    @Option(
            names = "--hidden",
            paramLabel = "N",
            split = ",",
            splitSynopsisLabel = ",",
            description = "Of an experiment: widths of the hidden layers.")
    private List<Integer> hidden;

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
        Traced traced = Paths.isCase(name) ? traceFile() : traceExperiment();
        var out = spec.commandLine().getOut();
        out.print(TraceText.of(traced, shown, Handgrad.screen(spec)));
        out.flush();
        page.write(traced, shown, spec.commandLine().getErr());
        return traced.agrees() ? ExitCode.OK : Ends.FAILED;
    }

    private Traced traceFile() {
        if (step != null || seed != null || hidden != null) {
            String option = step != null ? "--step" : seed != null ? "--seed" : "--hidden";
            throw new InputException(
                    "%s: a case file has its own network and point, expected no %s".formatted(name, option));
        }
        table.over(List.of(), true);
        Case given = CaseFile.read(Paths.of(name));
        var selection = selection(given);
        return trace(() -> Tracer.trace(given, sample, selection));
    }

    private Traced traceExperiment() {
        Experiment experiment =
                table.over(List.of(Experiments.named(name)), true).get(0);
        Settings defaults = experiment.defaults();
        Settings settings = defaults.withSeed(seed != null ? seed : defaults.seed())
                .withHidden(hidden != null ? hidden : defaults.hidden());
        var workbench = new Workbench(experiment, settings, List.of(EngineKind.HAND));
        var selection = selection(workbench.start());
        Waypoint reached = reached(workbench);
        return trace(() -> Tracer.trace(reached, sample, selection));
    }

    private Waypoint reached(Workbench workbench) {
        try (var progress = new WayProgress(
                Shown.text(name), Handgrad.screen(spec), spec.commandLine().getErr())) {
            return workbench.at(step == null ? 0 : step, progress);
        }
    }

    private Selection selection(Case given) {
        return Selection.of(given.network(), number(layer), number(neuron));
    }

    private Traced trace(Supplier<Traced> work) {
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
