package handgrad.cli;

import handgrad.Figures;
import handgrad.InputException;
import handgrad.Shown;
import handgrad.input.claim.CaseFile;
import handgrad.input.userclass.JavaSource;
import handgrad.lab.ClassExaminer;
import handgrad.lab.EngineKind;
import handgrad.lab.Examiner;
import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import handgrad.lab.Workbench;
import handgrad.lab.result.Verification;
import handgrad.show.record.VerificationJson;
import handgrad.show.text.VerificationText;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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
                "Verifies gradients without training: a case file (NAME.json) from any language, a Java source file"
                    + " (NAME.java) with a class that implements HandGradient, or an experiment's engines at its"
                    + " starting point. Without names: all experiments. Exit code 0: right, 1: wrong, 2: the input is"
                    + " wrong.",
        mixinStandardHelpOptions = true,
        versionProvider = Handgrad.Version.class)
final class VerifyCommand implements Callable<Integer> {
    private static final int TIME_LIMIT = 10;

    @Mixin
    private ModelOptions model;

    @Mixin
    private TableOptions table;

    @Mixin
    private VerifyFiles files;

    @Option(
            names = "--json",
            description =
                    "Print one JSON document on standard output, and nothing else: an object, or for a Java class or "
                            + "several names an array.")
    private boolean json;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            description = "For a Java class, on each case. Default: " + TIME_LIMIT + ".")
    private Integer timeLimit;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<String> names = model.named()
                ? model.names()
                : Experiments.all().stream().map(Experiment::name).toList();
        check(names);
        var examiner = new Examiner(model.engines(List.of(EngineKind.HAND, EngineKind.DL4J)), model.precision());
        var subjects = new ArrayList<Supplier<List<Verification>>>();
        var pace = new Pace();
        PrintWriter err = spec.commandLine().getErr();
        for (String name : names) {
            Supplier<List<Verification>> subject = subject(name, examiner);
            subjects.add(() -> Working.during("verifying " + Shown.text(name), pace, err, subject));
        }
        files.check();
        var results = new ArrayList<Verification>();
        PrintWriter out = spec.commandLine().getOut();
        for (Supplier<List<Verification>> subject : subjects) {
            List<Verification> own = subject.get();
            results.addAll(own);
            if (!json) {
                out.print(own.size() == 1 ? VerificationText.of(own.get(0)) : VerificationText.suite(own));
                out.flush();
            }
        }
        if (json) {
            boolean single = names.size() == 1 && !isClass(names.get(0));
            out.println(single ? VerificationJson.of(results.get(0)) : VerificationJson.of(results));
            out.flush();
        }
        files.write(results, err);
        return results.stream().allMatch(Verification::passes) ? ExitCode.OK : Ends.FAILED;
    }

    private static boolean isClass(String name) {
        return name.endsWith(".java");
    }

    /** Complains of options that would be without any effect, and of values out of their range. */
    private void check(List<String> names) {
        if (names.stream().allMatch(name -> Paths.isCase(name) || isClass(name))) {
            model.givenForExperiments().ifPresent(option -> {
                throw new InputException("%s: is for experiments, of which none was named".formatted(option));
            });
            table.over(List.of(), true);
        }
        if (timeLimit != null && names.stream().noneMatch(VerifyCommand::isClass)) {
            throw new InputException("--time-limit: is for a Java class, NAME.java, of which none was named");
        }
        if (timeLimit != null && timeLimit < 1) {
            throw new InputException("--time-limit %d: expected at least 1".formatted(timeLimit));
        }
    }

    /** What a name stands for, to be verified when its turn comes; a name that stands for nothing is refused at once. */
    private Supplier<List<Verification>> subject(String name, Examiner examiner) {
        if (Paths.isCase(name)) {
            Path file = Paths.of(name);
            return () -> List.of(examiner.examine(CaseFile.read(file)));
        }
        if (isClass(name)) {
            Path file = Paths.of(name);
            Duration limit = Duration.ofSeconds(timeLimit == null ? TIME_LIMIT : timeLimit);
            return () -> examined(new ClassExaminer(examiner, limit).examine(JavaSource.load(file, limit)));
        }
        Experiment experiment =
                table.over(List.of(experiment(name)), model.named()).get(0);
        var workbench = new Workbench(experiment, model.settings(experiment), model.engines(experiment));
        return () -> List.of(examiner.examine(workbench.start()));
    }

    private static Experiment experiment(String name) {
        boolean known = Experiments.all().stream().anyMatch(each -> each.name().equals(name));
        boolean file = name.contains("/") || name.contains("\\") || name.contains(".");
        if (!known && file) {
            throw new InputException("%s: expected the name of an experiment, or a .json or .java file; %s"
                    .formatted(Shown.text(name), found(Paths.of(name))));
        }
        return Experiments.named(name);
    }

    private static String found(Path path) {
        if (!Files.exists(path)) {
            return "there is no such file or folder";
        }
        return Files.isDirectory(path) ? "this is a folder" : "this is a file of another kind";
    }

    private List<Verification> examined(ClassExaminer.Examination examination) {
        List<String> skipped = examination.skipped();
        if (!skipped.isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.printf(
                    "%s %s skipped; the first, %s%n",
                    Figures.count(skipped.size(), "case"),
                    skipped.size() == 1 ? "was" : "were",
                    Shown.sentence(skipped.get(0)));
            err.flush();
        }
        return examination.results();
    }
}
