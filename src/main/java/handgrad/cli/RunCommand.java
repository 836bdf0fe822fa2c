package handgrad.cli;

import handgrad.InputException;
import handgrad.lab.Experiment;
import handgrad.lab.Workbench;
import handgrad.lab.own.Trainee;
import handgrad.lab.result.Run;
import handgrad.show.file.ResultsFolder;
import handgrad.show.page.ResultsIndex;
import handgrad.show.picture.LossPictures;
import handgrad.train.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
                + "Without names: a quick tour, each experiment of one run with a fifth of its epochs.",
        mixinStandardHelpOptions = true,
        versionProvider = Handgrad.Version.class)
final class RunCommand implements Callable<Integer> {
    /** The tour ends within a minute. */
    private static final int TOUR = 5;

    @Mixin
    private ModelOptions model;

    @Mixin
    private TrainingOptions training;

    @Mixin
    private TableOptions table;

    @Mixin
    private OwnOptions own;

    @Option(names = "--all", description = "Every experiment in full, studies too; takes some minutes.")
    private boolean all;

    @Option(names = "--variant", paramLabel = "NAME", description = "Of a study only this run.")
    private String variant;

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
        if (all && model.named()) {
            throw new InputException("--all: runs every experiment, expected no names beside it");
        }
        own.check(model.named());
        try {
            return run(own.trainee(this::remark));
        } finally {
            own.close();
        }
    }

    private void remark(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }

    private int run(Optional<Trainee> trainee) {
        var planned = new ArrayList<Planned>();
        for (Experiment experiment : table.over(model.experiments(), model.named())) {
            if (model.named()
                    || all
                    || experiment.variants(experiment.defaults()).isEmpty()) {
                planned.add(planned(experiment, trainee));
            }
        }
        ResultsFolder folder = ResultsFolder.at(results);
        var runner = new Runner(spec.commandLine(), folder);
        if (!model.named() && !all) {
            spec.commandLine()
                    .getOut()
                    .println("A quick tour: experiments of one run, shortened. `handgrad run NAME` trains one in full, "
                            + "`handgrad run --all` everything.");
        }
        LossPictures.prepare();
        boolean success = true;
        try (var interruption = new Interruption()) {
            for (int i = 0; i < planned.size(); i++) {
                Planned next = planned.get(i);
                runner.announce(next.experiment, i + 1, planned.size());
                List<Run> runs = runner.run(next.experiment, next.workbenches, interruption);
                success &= runs.stream().allMatch(next.experiment::succeeds);
                if (interruption.requested()) {
                    break;
                }
            }
        }
        ResultsIndex.refresh(folder)
                .ifPresent(index -> spec.commandLine().getOut().printf("%nAll runs: %s%n", index));
        return success ? ExitCode.OK : Ends.FAILED;
    }

    private record Planned(Experiment experiment, List<Workbench> workbenches) {}

    private Planned planned(Experiment experiment, Optional<Trainee> trainee) {
        if (model.named()) {
            StudyOptions.check(experiment, spec.commandLine().getParseResult());
        }
        return new Planned(
                experiment, own.beside(trainee, StudyOptions.chosen(experiment, workbenches(experiment), variant)));
    }

    private List<Workbench> workbenches(Experiment experiment) {
        Settings base = model.settings(experiment);
        boolean shortened = !model.named() && !all;
        Settings shorter = shortened ? base.withEpochs(Math.max(1, base.epochs() / TOUR)) : base;
        return Workbench.all(experiment, training.over(shorter), model.engines(experiment));
    }
}
