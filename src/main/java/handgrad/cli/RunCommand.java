package handgrad.cli;

import handgrad.InputException;
import handgrad.cli.Runner.Begun;
import handgrad.cli.Runner.Planned;
import handgrad.cli.Underway.Made;
import handgrad.lab.Experiment;
import handgrad.lab.Workbench;
import handgrad.lab.own.Trainee;
import handgrad.lab.result.Verification;
import handgrad.show.file.ResultsFolder;
import handgrad.show.page.ResultsIndex;
import handgrad.show.picture.LossPictures;
import handgrad.show.text.ClosingTable.Row;
import handgrad.show.text.Screen;
import handgrad.show.text.Screen.Tone;
import handgrad.show.text.Sheet;
import handgrad.show.text.Sheet.Entry;
import handgrad.show.text.VerificationText;
import handgrad.train.Settings;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
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
                + "Without names: a tour of some ten seconds, a mistake that is found and three networks that learn.",
        mixinStandardHelpOptions = true,
        versionProvider = Handgrad.Version.class)
final class RunCommand implements Callable<Integer> {
    @Mixin
    private ModelOptions model;

    @Mixin
    private TrainingOptions training;

    @Mixin
    private ModeOption mode;

    @Mixin
    private ThreadOption threads;

    @Mixin
    private TableOptions table;

    @Mixin
    private OwnOptions own;

    @Option(names = "--all", description = "Every experiment in full, studies too; takes some minutes.")
    private boolean all;

    @Option(names = "--variant", paramLabel = "NAME", description = "Of a study only this run.")
    private String variant;

    @Option(
            names = "--verbose",
            description = "Also how far the engines were apart, at which entry and step, and where the time went.")
    private boolean verbose;

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
        spec.commandLine().getErr().print(new Sheet(Handgrad.screen(spec)).say(line));
        spec.commandLine().getErr().flush();
    }

    private int run(Optional<Trainee> trainee) {
        boolean touring = !model.named() && !all;
        List<Planned> planned = touring ? tour() : named(trainee);
        ResultsFolder folder = ResultsFolder.at(results);
        LossPictures.prepare();
        int atOnce = atOnce(planned, trainee.isPresent());
        try (var interruption = new Interruption();
                var runner = new Runner(spec.commandLine(), verbose, folder, atOnce, interruption)) {
            var begun = new ArrayDeque<Begun>();
            planned.forEach(next -> begun.add(runner.begin(next, threads.count() / atOnce)));
            var summary = new RunSummary();
            if (touring) {
                summary.add(mistake(folder, planned.size()));
            }
            finish(runner, begun, summary);
            // The program waits until this is said, even after an interruption.
            Optional<Path> index = ResultsIndex.refresh(folder);
            var after = new AfterRuns(results, verbose);
            List<Entry> next = touring ? after.tour() : summary.next(after);
            print(summary.sheet(Handgrad.screen(spec), index, next));
            return summary.success() ? ExitCode.OK : Ends.FAILED;
        }
    }

    private void finish(Runner runner, Deque<Begun> begun, RunSummary summary) {
        int all = begun.size();
        while (!begun.isEmpty()) {
            Begun next = begun.remove();
            announce(next.experiment(), all - begun.size(), all);
            List<Made> made = runner.finish(next);
            if (made.isEmpty()) {
                return;
            }
            summary.add(next.experiment(), made);
        }
    }

    /** A gradient of the user's is asked by one run at a time. */
    private int atOnce(List<Planned> planned, boolean own) {
        int runs = planned.stream().mapToInt(each -> each.workbenches().size()).sum();
        return own ? 1 : Math.min(threads.count(), runs);
    }

    private List<Planned> named(Optional<Trainee> trainee) {
        return table.over(model.experiments("run"), model.named()).stream()
                .map(experiment -> planned(experiment, trainee))
                .toList();
    }

    private Planned planned(Experiment experiment, Optional<Trainee> trainee) {
        if (model.named()) {
            StudyOptions.check(experiment, spec.commandLine().getParseResult());
        }
        List<Workbench> runs = workbenches(experiment, experiment.defaults());
        return new Planned(experiment, own.beside(trainee, StudyOptions.chosen(experiment, runs, variant)));
    }

    private List<Planned> tour() {
        table.over(List.of(), true);
        return Tour.STOPS.stream()
                .map(stop -> new Planned(stop.experiment(), workbenches(stop.experiment(), stop.settings())))
                .toList();
    }

    private List<Workbench> workbenches(Experiment experiment, Settings base) {
        Settings settings = mode.over(training.over(model.settings(experiment, base)));
        return Workbench.all(experiment, settings, model.engines(experiment));
    }

    /** The first stop of the tour. */
    private Row mistake(ResultsFolder folder, int runs) {
        long start = System.nanoTime();
        Screen screen = Handgrad.screen(spec);
        print(new Sheet(screen)
                .say("A tour: a mistake that is found, then %d networks that learn, shortened.".formatted(runs))
                .gap()
                .say(screen.in(Tone.STRONG, "./handgrad verify " + Tour.file(folder)))
                .say("What is wrong with this gradient?")
                .gap());
        Verification found = Tour.mistake(folder);
        print(new Sheet(screen).add(VerificationText.of(found, screen)));
        return Row.of(found, since(start));
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Says what comes next, and how much of it there is. */
    private void announce(Experiment experiment, int number, int count) {
        Screen screen = Handgrad.screen(spec);
        String which = count == 1 ? "" : " (%d of %d)".formatted(number, count);
        print(new Sheet(screen)
                .gap()
                .say(screen.in(Tone.STRONG, experiment.name()) + which)
                .say(experiment.question())
                .gap());
    }

    private void print(Sheet sheet) {
        spec.commandLine().getOut().print(sheet);
        spec.commandLine().getOut().flush();
    }
}
