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
import handgrad.lab.Workbench;
import handgrad.lab.result.Traced;
import handgrad.show.trace.TraceText;
import handgrad.train.Settings;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
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
            description = "An experiment, at its starting point (see `handgrad list`), or a case file, FILE.json.")
    private String name;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "0",
            description = "Which sample, of an experiment one of the first 16. Default: ${DEFAULT-VALUE}.")
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
        if (seed != null || hidden != null) {
            throw new InputException("%s: a case file has its own network and point, expected no %s"
                    .formatted(name, seed != null ? "--seed" : "--hidden"));
        }
        table.over(List.of(), true);
        Case given = CaseFile.read(Paths.of(name));
        return trace(given, given.samples().n());
    }

    private Traced traceExperiment() {
        Experiment experiment =
                table.over(List.of(Experiments.named(name)), true).get(0);
        Settings defaults = experiment.defaults();
        Settings settings = defaults.withSeed(seed != null ? seed : defaults.seed())
                .withHidden(hidden != null ? hidden : defaults.hidden());
        Case start = new Workbench(experiment, settings, List.of(EngineKind.HAND)).start();
        return trace(start, settings.sampling().sizeFor(experiment.trainingSamples()));
    }

    private Traced trace(Case given, int samples) {
        var selection = Selection.of(given.network(), number(layer), number(neuron));
        PrintWriter err = spec.commandLine().getErr();
        return Working.during(
                "tracing " + Shown.text(name),
                Handgrad.screen(spec),
                new Pace(),
                err,
                () -> Tracer.trace(given, samples, sample, selection));
    }

    private static OptionalInt number(Integer given) {
        return given == null ? OptionalInt.empty() : OptionalInt.of(given);
    }
}
