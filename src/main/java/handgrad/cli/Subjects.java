package handgrad.cli;

import handgrad.InputException;
import handgrad.Shown;
import handgrad.input.claim.CaseFile;
import handgrad.lab.Examiner;
import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import handgrad.lab.Workbench;
import handgrad.lab.result.Verification.Judged;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the names of a verification stand for: case files, Java source files, experiments.
 *
 * @param limit of a Java class on each case
 */
record Subjects(Examiner examiner, Duration limit, ModelOptions model, TableOptions table) {
    static boolean isClass(String name) {
        return name.endsWith(".java");
    }

    /** What is verified when its turn comes. */
    interface Turn {
        /**
         * Verifies it.
         *
         * @param early hears the verdict of a claim as soon as it stands, before any engine is heard
         */
        Subject taken(Consumer<Judged> early);
    }

    /** To be verified when its turn comes; a name that stands for nothing is refused at once. */
    Turn named(String name) {
        if (Paths.isCase(name)) {
            Path file = Paths.of(name);
            return early -> Subject.of(examiner.examine(CaseFile.read(file), early));
        }
        if (isClass(name)) {
            Path file = Paths.of(name);
            return early -> Subject.ofClass(examiner, file, limit);
        }
        Workbench workbench = workbench(name);
        return early -> Subject.of(examiner.examine(workbench.start()));
    }

    /** Of an experiment. */
    Workbench workbench(String name) {
        Experiment experiment =
                table.over(List.of(experiment(name)), model.named()).get(0);
        return new Workbench(experiment, model.settings(experiment), model.engines(experiment));
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
        return Files.isDirectory(path)
                ? "this is a folder, which is verified by itself"
                : "this is a file of another kind";
    }
}
