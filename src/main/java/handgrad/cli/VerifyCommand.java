package handgrad.cli;

import handgrad.InputException;
import handgrad.Shown;
import handgrad.input.program.Limits;
import handgrad.lab.EngineKind;
import handgrad.lab.Examiner;
import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import handgrad.show.file.ResultsFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code handgrad verify}. */
@Command(
        name = "verify",
        description =
                "Verifies gradients without training. Of a case file (NAME.json) from any language, a Java source file "
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

    @Mixin
    private MicroBatchOptions microBatches;

    @Option(
            names = "--json",
            description =
                    "Print one JSON document on standard output, and nothing else: an object, or for a Java class or "
                            + "several names an array.")
    private boolean json;

    @Option(
            names = "--verbose",
            description =
                    "Also the tables that the verdict rests on: by layer, the worst entries, what engines and finite "
                            + "differences say.")
    private boolean verbose;

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
        microBatches.check(program, model.names());
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
        if (microBatches.given()) {
            return inMicroBatches(Paths.of(names.get(0)));
        }
        var examiner = new Examiner(model.engines(List.of(EngineKind.HAND, EngineKind.DL4J)), model.precision());
        var subjects = new Subjects(examiner, limit(), model, table);
        return new NamesCheck(names, subjects, files, output()).call();
    }

    private VerifyOutput output() {
        CommandLine command = spec.commandLine();
        return new VerifyOutput(json, verbose, Handgrad.screen(spec), command.getOut(), command.getErr());
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
        Given.first(spec, StartOptions.class).ifPresent(option -> {
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
        return new SubmissionsCheck(Shown.text(title), submitted, pages, output()).call();
    }

    private int program() {
        if (model.named()) {
            throw new InputException("'%s': expected no names beside --program"
                    .formatted(Shown.text(model.names().get(0))));
        }
        Given.first(spec, StartOptions.class).ifPresent(option -> {
            throw new InputException("%s: is for experiments, not for a program".formatted(option));
        });
        table.over(List.of(), true);
        checkLimit();
        files.check();
        return new ProgramCheck(program, microBatches, model, files, limit(), output()).call();
    }

    private int inMicroBatches(Path file) {
        files.check();
        return new MicroBatchCheck(microBatches.count(), model, files, output())
                .of(MicroBatchOptions.load(file, limit()));
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
            Given.first(spec, StartOptions.class).ifPresent(option -> {
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
}
