package handgrad.cli;

import handgrad.cli.Underway.Made;
import handgrad.lab.Experiment;
import handgrad.lab.Workbench;
import handgrad.lab.result.Run;
import handgrad.lab.result.Study;
import handgrad.show.file.FolderNames;
import handgrad.show.file.ResultsFolder;
import handgrad.show.page.Page;
import handgrad.show.text.RunText;
import handgrad.show.text.Screen;
import handgrad.show.text.Sheet;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine;

/** Trains what was asked for on several threads, writes the reports, and prints what they come to in the order asked for. */
final class Runner implements AutoCloseable {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Screen screen;
    private final boolean verbose;
    private final Pace pace = new Pace();
    private final RunReports reports;
    private final SideBySide threads;
    private final Interruption interruption;

    /** @param threads how many runs are made at a time */
    Runner(CommandLine command, boolean verbose, ResultsFolder results, int threads, Interruption interruption) {
        this.out = command.getOut();
        this.err = command.getErr();
        this.screen = Handgrad.screen(command.getCommandSpec());
        this.verbose = verbose;
        this.reports = new RunReports(results);
        this.threads = new SideBySide(threads);
        this.interruption = interruption;
    }

    /** What is to be run of an experiment: several workbenches are a study. */
    record Planned(Experiment experiment, List<Workbench> workbenches) {
        private boolean isStudy() {
            return workbenches.size() > 1;
        }
    }

    /**
     * An experiment whose runs are made, or wait for a thread.
     *
     * @param folder of the report that is told of at the end
     */
    record Begun(Planned planned, ResultsFolder folder, List<Underway> runs) {
        Experiment experiment() {
            return planned.experiment;
        }
    }

    /**
     * Begins all runs of an experiment, each as soon as a thread is free.
     *
     * @param share how many threads each may share its steps among
     */
    Begun begin(Planned planned, int share) {
        ResultsFolder folder = reports.folder(planned.workbenches.get(0).topic());
        var names = new FolderNames();
        var folders = new ArrayList<ResultsFolder>();
        var runs = new ArrayList<Underway>();
        for (Workbench workbench : planned.workbenches) {
            Optional<String> variant = workbench.topic().variant();
            ResultsFolder own = variant.map(name -> folder.sub(names.of(name))).orElse(folder);
            folders.add(own);
            runs.add(Underway.begin(workbench.on(share), report(planned, workbench, own), threads, interruption));
        }
        return new Begun(planned, planned.isStudy() ? folder : folders.get(0), runs);
    }

    /** One run of a study leaves the study's own page as it is. */
    private UnaryOperator<Run> report(Planned planned, Workbench workbench, ResultsFolder folder) {
        return trained -> {
            Run run = trained.topic().variant().isPresent()
                    ? trained
                    : trained.with(planned.experiment.findings(List.of(trained)));
            if (planned.isStudy()) {
                reports.writePart(workbench, run, folder);
            } else {
                reports.write(workbench, run, folder);
            }
            return run;
        };
    }

    /** Waits for the runs and prints what they come to. After an interruption: for those that had begun, perhaps none. */
    List<Made> finish(Begun begun) {
        if (!begun.planned.isStudy()) {
            Optional<String> variant = begun.planned.workbenches.get(0).topic().variant();
            variant.ifPresent(name -> print(new Sheet(screen).say("Of its runs: " + name)));
        }
        List<Made> made = begun.runs.stream()
                .flatMap(run -> run.awaited(screen, pace, err).stream())
                .toList();
        List<Run> runs = made.stream().map(Made::run).toList();
        if (runs.isEmpty()) {
            return made;
        }
        if (begun.planned.isStudy()) {
            study(begun, runs);
        } else {
            Run run = runs.get(0);
            String details = verbose ? RunText.details(run, screen) : "";
            print(new Sheet(screen).add(RunText.of(run, screen)).add(details));
        }
        printReport(begun.folder);
        return made;
    }

    /** What the runs have shown together is known only where all of them were made. */
    private void study(Begun begun, List<Run> runs) {
        Experiment experiment = begun.experiment();
        var study = new Study(
                runs,
                interruption.requested() ? List.of() : experiment.findings(runs),
                runs.stream().allMatch(experiment::succeeds));
        reports.write(study, begun.folder);
        print(new Sheet(screen).add(RunText.of(study, screen)));
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

    /** What is still being made is given up. */
    @Override
    public void close() {
        threads.close();
    }
}
