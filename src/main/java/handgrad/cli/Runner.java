package handgrad.cli;

import handgrad.lab.Experiment;
import handgrad.lab.Workbench;
import handgrad.lab.result.Run;
import handgrad.lab.result.Study;
import handgrad.show.file.FolderNames;
import handgrad.show.file.ResultsFolder;
import handgrad.show.page.Neighbours;
import handgrad.show.page.Page;
import handgrad.show.page.ResultsIndex;
import handgrad.show.text.RunText;
import handgrad.show.text.Screen;
import handgrad.show.text.Sheet;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** Trains what was asked for, writes the reports, and prints what they come to. */
final class Runner {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Screen screen;
    private final boolean verbose;
    private final ResultsFolder results;
    private final Pace pace = new Pace();
    private final RunReports reports;

    Runner(CommandLine command, boolean verbose, ResultsFolder results) {
        this.out = command.getOut();
        this.err = command.getErr();
        this.screen = Handgrad.screen(command.getCommandSpec());
        this.verbose = verbose;
        this.results = results;
        this.reports = new RunReports(results, screen, pace, err);
    }

    /** All runs of an experiment, or those until the interruption. */
    List<Run> run(Experiment experiment, List<Workbench> workbenches, Interruption interruption) {
        try {
            ResultsFolder folder = reports.folder(workbenches.get(0).topic());
            List<Run> runs = workbenches.size() > 1
                    ? study(experiment, workbenches, folder, interruption)
                    : List.of(single(experiment, workbenches.get(0), folder, interruption));
            if (interruption.requested()) {
                // The program ends as soon as it may: there is no later.
                ResultsIndex.refresh(results);
            }
            return runs;
        } finally {
            interruption.finished();
        }
    }

    /** One run of a study leaves the study's own page as it is. */
    private Run single(Experiment experiment, Workbench workbench, ResultsFolder parent, Interruption interruption) {
        Optional<String> variant = workbench.topic().variant();
        ResultsFolder folder =
                variant.map(name -> parent.sub(new FolderNames().of(name))).orElse(parent);
        variant.ifPresent(name -> print(new Sheet(screen).say("Of its runs: " + name)));
        Run trained = train(workbench, interruption);
        Run run = variant.isPresent() ? trained : trained.with(experiment.findings(List.of(trained)));
        reports.write(workbench, run, folder);
        String details = verbose ? RunText.details(run, screen) : "";
        print(new Sheet(screen).add(RunText.of(run, screen)).add(details));
        printReport(folder);
        return run;
    }

    private List<Run> study(
            Experiment experiment, List<Workbench> workbenches, ResultsFolder folder, Interruption interruption) {
        var runs = new ArrayList<Run>();
        var folders = new FolderNames();
        for (Workbench workbench : workbenches) {
            Run run = train(workbench, interruption);
            runs.add(run);
            ResultsFolder own = folder.sub(folders.of(run.topic().variant().orElseThrow()));
            reports.write(workbench, run, own, Neighbours.STUDY);
            if (interruption.requested()) {
                break;
            }
        }
        // What the runs have shown together is known only where all of them were made.
        var study = new Study(
                runs,
                interruption.requested() ? List.of() : experiment.findings(runs),
                runs.stream().allMatch(experiment::succeeds));
        reports.write(study, folder);
        print(new Sheet(screen).add(RunText.of(study, screen)));
        printReport(folder);
        return runs;
    }

    private Run train(Workbench workbench, Interruption interruption) {
        try (var progress = TerminalProgress.of(workbench.topic().title(), screen, pace, err, interruption)) {
            return workbench.run(progress);
        }
    }

    private void print(Sheet sheet) {
        out.print(sheet);
        out.flush();
    }

    private void printReport(ResultsFolder folder) {
        print(new Sheet(screen)
                .gap()
                .say("Report: %s, for a browser %s"
                        .formatted(
                                folder.path().resolve("report.md"),
                                folder.path().resolve(Page.FILE))));
    }
}
