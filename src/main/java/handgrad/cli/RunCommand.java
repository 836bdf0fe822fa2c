package handgrad.cli;

import handgrad.network.InputException;
import handgrad.network.Named;
import handgrad.network.Shown;
import handgrad.report.Reports;
import handgrad.report.ResultsFolder;
import handgrad.report.Run;
import handgrad.report.Summary;
import handgrad.train.Mode;
import handgrad.train.Outcome;
import handgrad.train.Settings;
import handgrad.workbench.Experiment;
import handgrad.workbench.Workbench;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code handgrad run}. */
@Command(
        name = "run",
        description = "Verifies the gradients of experiments, trains them side by side, and writes reports. "
                + "Without names: a quick tour of all, each with a fifth of its epochs.",
        mixinStandardHelpOptions = true,
        versionProvider = Handgrad.Version.class)
final class RunCommand implements Callable<Integer> {
    /** The tour ends within a minute. */
    private static final int TOUR = 5;

    @Mixin
    private ModelOptions model;

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training set.")
    private Integer epochs;

    @Option(names = "--learning-rate", paramLabel = "X", description = "Step size of gradient descent, above 0.")
    private Double learningRate;

    @Option(names = "--batch-size", paramLabel = "N", description = "Samples a step. Default: all.")
    private Integer batchSize;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "free-running",
            description = "free-running: each engine goes its own way. re-synced: after each step the first engine's "
                    + "parameters are copied to the others. Default: ${DEFAULT-VALUE}.")
    private String mode;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Folder of the reports. Default: ${DEFAULT-VALUE}.")
    private Path results;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        checkRate();
        var planned = new ArrayList<Planned>();
        for (Experiment experiment : model.experiments()) {
            planned.add(new Planned(
                    experiment, new Workbench(experiment, settings(experiment), model.engines(experiment))));
        }
        ResultsFolder folder = ResultsFolder.at(results);
        if (!model.named()) {
            out.println("A quick tour: every experiment, shortened. `handgrad run NAME` trains one in full.");
        }
        boolean success = true;
        try (var interruption = new Interruption()) {
            for (Planned next : planned) {
                Run run = run(next, folder, interruption);
                success &= run.verdict().success();
                if (run.training().outcome().ending() == Outcome.Ending.INTERRUPTED) {
                    break;
                }
            }
        }
        return success ? ExitCode.OK : Handgrad.FAILED;
    }

    /** As the user wrote it: a rate of 0 is not one of 0.0 to a reader. */
    private void checkRate() {
        if (learningRate != null && !(learningRate > 0 && Double.isFinite(learningRate))) {
            String given = spec.commandLine()
                    .getParseResult()
                    .matchedOption("--learning-rate")
                    .originalStringValues()
                    .get(0);
            throw new InputException(
                    "--learning-rate %s: expected a finite number above 0".formatted(Shown.text(given)));
        }
    }

    private record Planned(Experiment experiment, Workbench workbench) {}

    private Run run(Planned planned, ResultsFolder results, Interruption interruption) {
        PrintWriter out = spec.commandLine().getOut();
        String name = planned.experiment.name();
        out.printf("%n%s%n%s%n", bold(name), planned.experiment.question());
        out.flush();
        try {
            Run run;
            try (var progress = TerminalProgress.of(name, spec.commandLine().getErr(), interruption)) {
                run = planned.workbench.run(progress);
            }
            ResultsFolder folder = results.sub(name);
            folder.write(Reports.of(run));
            print(run, folder);
            return run;
        } finally {
            interruption.finished();
        }
    }

    private void print(Run run, ResultsFolder folder) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(Summary.verdict(run));
        out.println("Training: " + Summary.ending(run.training()));
        out.println();
        out.print(Summary.comparison(run).plain().indent(2));
        out.println();
        out.print(Summary.agreement(run).plain().indent(2));
        out.printf("%nReport: %s%n", folder.path().resolve("report.md"));
        out.flush();
    }

    private String bold(String text) {
        return spec.commandLine().getColorScheme().ansi().string("@|bold " + text + "|@");
    }

    private Settings settings(Experiment experiment) {
        Settings base = model.settings(experiment);
        int shortened = model.named() ? base.epochs() : base.epochs() / TOUR;
        return new Settings(
                base.seed(),
                epochs != null ? epochs : shortened,
                learningRate != null ? learningRate : base.learningRate(),
                base.hidden(),
                batchSize != null ? OptionalInt.of(batchSize) : base.batchSize(),
                base.splitSeed(),
                base.dataType(),
                Named.parse(Mode.class, "mode", mode));
    }
}
