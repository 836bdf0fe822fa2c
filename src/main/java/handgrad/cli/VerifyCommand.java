package handgrad.cli;

import handgrad.Figures;
import handgrad.InputException;
import handgrad.Shown;
import handgrad.input.program.Limits;
import handgrad.lab.EngineKind;
import handgrad.lab.Examiner;
import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import handgrad.show.file.ResultsFolder;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
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
                        + "(NAME.java) with a class that implements HandGradient, a program in any language that is asked "
                        + "(--program), a folder of many of these (DIR), or an experiment's engines at its starting point. Without names: all experiments. Exit code 0: right, 1: wrong, 2: the input is wrong.",
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

    @Mixin
    private ProgramOptions program;

    @Option(
            names = "--json",
            description =
                    "Print one JSON document on standard output, and nothing else: an object, or for a Java class or "
                            + "several names an array.")
    private boolean json;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            description = "For a Java class on each case, for a program on each answer. Default: " + TIME_LIMIT + ".")
    private Integer timeLimit;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        program.check();
        if (program.given()) {
            return program();
        }
        Optional<Path> folder = folder();
        if (folder.isPresent()) {
            return submissions(folder.get());
        }
        List<String> names = model.named()
                ? model.names()
                : Experiments.all().stream().map(Experiment::name).toList();
        check(names);
        var examiner = new Examiner(model.engines(List.of(EngineKind.HAND, EngineKind.DL4J)), model.precision());
        var subjects = new Subjects(examiner, limit(), model, table);
        var pace = new Pace();
        PrintWriter err = spec.commandLine().getErr();
        var turns = new ArrayList<Supplier<Subject>>();
        for (String name : names) {
            Supplier<Subject> subject = subjects.named(name);
            turns.add(() -> Working.during("verifying " + Shown.text(name), pace, err, subject));
        }
        files.check();
        var found = new ArrayList<Subject>();
        PrintWriter out = spec.commandLine().getOut();
        for (Supplier<Subject> turn : turns) {
            Subject subject = turn.get();
            found.add(subject);
            tell(subject.skipped());
            if (!json) {
                out.print(subject.text());
                out.flush();
            }
        }
        if (json) {
            boolean single = names.size() == 1 && !Subjects.isClass(names.get(0));
            out.println(single ? found.get(0).json() : Subject.json(found));
            out.flush();
        }
        files.write(
                found.stream().flatMap(subject -> subject.results().stream()).toList(), err);
        return exit(found.stream().map(Subject::exit).toList());
    }

    /** What is wrong before what could not be judged. */
    private static int exit(List<Integer> exits) {
        return exits.contains(Ends.FAILED)
                ? Ends.FAILED
                : exits.stream().mapToInt(Integer::intValue).max().orElse(ExitCode.OK);
    }

    /** A folder that is named alone, unless an experiment is called so. */
    private Optional<Path> folder() {
        return Optional.of(model.names())
                .filter(names -> names.size() == 1)
                .map(names -> names.get(0))
                .filter(name -> Experiments.all().stream()
                        .noneMatch(experiment -> experiment.name().equals(name)))
                .map(Paths::of)
                .filter(Files::isDirectory);
    }

    private int submissions(Path folder) {
        model.givenForExperiments().ifPresent(option -> {
            throw new InputException("%s: is for experiments, not for a folder".formatted(option));
        });
        if (!model.engines(List.of()).isEmpty()) {
            throw new InputException("--engines: is for one gradient, not for a folder, where no engine is heard");
        }
        table.over(List.of(), true);
        checkLimit();
        var limits = new Limits(limit(), Limits.DEFAULT.whole());
        List<Submitted> submitted = new Submissions(folder, model.precision(), limits).all();
        String title = folder.toAbsolutePath().normalize().toFile().getName();
        ResultsFolder pages = files.ofSubmissions(title);
        CommandLine command = spec.commandLine();
        return new SubmissionsCheck(Shown.text(title), submitted, pages, json, command.getOut(), command.getErr())
                .call();
    }

    private int program() {
        if (model.named()) {
            throw new InputException("'%s': expected no names beside --program"
                    .formatted(Shown.text(model.names().get(0))));
        }
        model.givenForExperiments().ifPresent(option -> {
            throw new InputException("%s: is for experiments, not for a program".formatted(option));
        });
        table.over(List.of(), true);
        checkLimit();
        files.check();
        CommandLine command = spec.commandLine();
        return new ProgramCheck(program, model, files, limit(), json, command.getOut(), command.getErr()).call();
    }

    private Duration limit() {
        return Duration.ofSeconds(timeLimit == null ? TIME_LIMIT : timeLimit);
    }

    private void checkLimit() {
        if (timeLimit != null && timeLimit < 1) {
            throw new InputException("--time-limit %d: expected at least 1".formatted(timeLimit));
        }
    }

    /** Complains of options that would be without any effect, and of values out of their range. */
    private void check(List<String> names) {
        if (names.stream().allMatch(name -> Paths.isCase(name) || Subjects.isClass(name))) {
            model.givenForExperiments().ifPresent(option -> {
                throw new InputException("%s: is for experiments, of which none was named".formatted(option));
            });
            table.over(List.of(), true);
        }
        if (timeLimit != null && names.stream().noneMatch(Subjects::isClass)) {
            throw new InputException(
                    "--time-limit: is for a Java class, NAME.java, or --program, of which none was given");
        }
        checkLimit();
    }

    private void tell(List<String> skipped) {
        if (!skipped.isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.printf(
                    "%s %s skipped; the first, %s%n",
                    Figures.count(skipped.size(), "case"),
                    skipped.size() == 1 ? "was" : "were",
                    Shown.sentence(skipped.get(0)));
            err.flush();
        }
    }
}
