package handgrad.cli;

import handgrad.claim.Case;
import handgrad.claim.CaseFile;
import handgrad.diagnosis.Diagnosis.Separating;
import handgrad.network.InputException;
import handgrad.report.Reports;
import handgrad.report.ResultsFolder;
import handgrad.report.Verification;
import handgrad.report.VerificationJson;
import handgrad.report.VerificationText;
import handgrad.userclass.JavaSource;
import handgrad.workbench.ClassExaminer;
import handgrad.workbench.EngineKind;
import handgrad.workbench.Examiner;
import handgrad.workbench.Experiment;
import handgrad.workbench.Experiments;
import handgrad.workbench.Workbench;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code handgrad verify}. */
@Command(
        name = "verify",
        description =
                "Verifies gradients without training: a case file (NAME.json) from any language, a Java source file "
                        + "(NAME.java) with a class that implements HandGradient, or an experiment's engines at its starting "
                        + "point. Without names: all experiments. Exit code 0: right, 1: wrong, 2: the input is wrong.",
        mixinStandardHelpOptions = true,
        versionProvider = Handgrad.Version.class)
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private ModelOptions model;

    @Option(names = "--json", description = "Print one JSON document on standard output, and nothing else.")
    private boolean json;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "For a Java class, on each case. Default: ${DEFAULT-VALUE}.")
    private int timeLimit;

    @Option(
            names = "--report",
            description = "Also write a report with pictures of the errors, to results/verify/NAME/report.md.")
    private boolean report;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Folder of the reports. Default: ${DEFAULT-VALUE}.")
    private Path folder;

    @Option(
            names = "--separate",
            paramLabel = "FILE",
            description = "Where two mistakes fit a gradient equally well, write a case there that tells them apart.")
    private Path separate;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (timeLimit < 1) {
            throw new InputException("--time-limit %d: expected at least 1".formatted(timeLimit));
        }
        var examiner = new Examiner(model.engines(List.of(EngineKind.HAND, EngineKind.DL4J)), model.precision());
        var results = new ArrayList<Verification>();
        PrintWriter out = spec.commandLine().getOut();
        for (String name : model.named() ? model.names() : names()) {
            List<Verification> own = verify(name, examiner);
            results.addAll(own);
            if (!json) {
                out.print(own.size() == 1 ? VerificationText.of(own.get(0)) : VerificationText.suite(own));
                out.flush();
            }
        }
        if (report) {
            report(results);
        }
        if (separate != null) {
            separate(results);
        }
        if (json) {
            out.println(VerificationJson.of(results));
        }
        return results.stream().allMatch(Verification::passes) ? ExitCode.OK : Handgrad.FAILED;
    }

    private static List<String> names() {
        return Experiments.all().stream().map(Experiment::name).toList();
    }

    private List<Verification> verify(String name, Examiner examiner) {
        if (name.endsWith(".json")) {
            return List.of(examiner.examine(CaseFile.read(Path.of(name))));
        }
        if (name.endsWith(".java")) {
            Duration limit = Duration.ofSeconds(timeLimit);
            var examination = new ClassExaminer(examiner, limit).examine(JavaSource.load(Path.of(name), limit));
            complainOfSkipped(examination.skipped());
            return examination.results();
        }
        Experiment experiment = Experiments.named(name);
        Case start = new Workbench(experiment, model.settings(experiment), model.engines(experiment)).start();
        return List.of(examiner.examine(start));
    }

    private void complainOfSkipped(List<String> skipped) {
        if (!skipped.isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.printf("%d cases were skipped; the first, %s%n", skipped.size(), skipped.get(0));
            err.flush();
        }
    }

    private void report(List<Verification> results) {
        ResultsFolder all = ResultsFolder.at(folder).sub("verify");
        for (Verification result : results) {
            // A name from a file is data: it must not lead out of the folder.
            ResultsFolder own =
                    all.sub(result.name().replaceAll("[^A-Za-z0-9._-]+", "-").replaceFirst("^[.]+", ""));
            own.writeBytes(Reports.of(result));
            PrintWriter err = spec.commandLine().getErr();
            err.println("Report: " + own.path().resolve("report.md"));
            err.flush();
        }
    }

    private void separate(List<Verification> results) {
        Separating place = results.stream()
                .flatMap(result -> result.diagnosis().stream())
                .flatMap(diagnosis -> diagnosis.separating().stream())
                .findFirst()
                .orElseThrow(() ->
                        new InputException("--separate: no two mistakes fit equally well, nothing to tell apart"));
        var proposed =
                new Case("separating", place.parameters(), place.batch(), Optional.empty(), OptionalDouble.empty());
        Path folder = separate.toAbsolutePath().getParent();
        ResultsFolder.at(folder).write(Map.of(separate.getFileName().toString(), CaseFile.write(proposed)));
    }
}
