package handgrad.cli;

import handgrad.InputException;
import handgrad.Shown;
import handgrad.input.userclass.JavaSource;
import handgrad.input.userclass.UserRun;
import handgrad.lab.Workbench;
import handgrad.lab.own.Trainee;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** A gradient of the user's that takes part in training. What is not given is null. */
final class OwnOptions {
    private static final String GRADIENT = "--gradient";

    @Option(
            names = GRADIENT,
            paramLabel = "FILE",
            description = "A Java source file with a class that implements HandGradient, which takes part as an engine "
                    + "named own: along its gradient or, where it has a method step, by its steps.")
    private String gradient;

    /** Complains of what would be without any effect. @param named whether experiments were named */
    void check(boolean named) {
        if (gradient != null && !named) {
            throw new InputException("%s %s: expected the name of an experiment to take part in, found none"
                    .formatted(GRADIENT, Shown.text(gradient)));
        }
    }

    /**
     * Runs beside which it takes part.
     *
     * @throws InputException if it cannot be made, or cannot do a network
     */
    List<Workbench> beside(List<Workbench> workbenches) {
        if (gradient == null) {
            return workbenches;
        }
        Path file = path();
        Trainee trainee = Trainee.of(() -> JavaSource.load(file, UserRun.LIMIT));
        return workbenches.stream()
                .map(workbench -> workbench.beside(trainee, List.of(GRADIENT, gradient)))
                .toList();
    }

    private Path path() {
        try {
            return Path.of(gradient);
        } catch (InvalidPathException e) {
            throw new InputException("%s %s: expected the name of a file".formatted(GRADIENT, Shown.text(gradient)), e);
        }
    }
}
