package handgrad.cli;

import handgrad.InputException;
import handgrad.Shown;
import handgrad.input.program.Limits;
import handgrad.input.program.Program;
import handgrad.input.userclass.JavaSource;
import handgrad.input.userclass.UserRun;
import handgrad.lab.Workbench;
import handgrad.lab.own.ProgramRespondent;
import handgrad.lab.own.Trainee;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** A gradient of the user's that takes part in training. What is not given is null. */
final class OwnOptions implements AutoCloseable {
    private static final String GRADIENT = "--gradient";
    private static final String PROGRAM = "--program";

    /** A run takes as long as it takes. */
    private static final Limits TRAINING = new Limits(Limits.DEFAULT.answer(), Duration.ofDays(30));

    @Option(
            names = GRADIENT,
            paramLabel = "FILE",
            description =
                    "A Java source file with a class that implements HandGradient. In a run it takes part as an engine "
                            + "named own: along its gradient or, where it has a method step, by its steps. In a trace its gradient "
                            + "stands beside the right one.")
    private String gradient;

    @Option(
            names = PROGRAM,
            paramLabel = "COMMAND",
            description =
                    "Like --gradient, with a program, such as \"python3 mine.py\", which is asked over its standard input "
                            + "and output; see docs/protocol.md.")
    private String program;

    private Optional<ProgramRespondent> running = Optional.empty();

    /**
     * Complains of what would be without any effect.
     *
     * @param named whether experiments were named
     */
    void check(boolean named) {
        if (gradient != null && program != null) {
            throw new InputException("%s: expected none beside %s, found both".formatted(PROGRAM, GRADIENT));
        }
        if (given() && !named) {
            throw new InputException("%s %s: expected the name of an experiment to take part in, found none"
                    .formatted(option(), Shown.text(word())));
        }
    }

    private boolean given() {
        return gradient != null || program != null;
    }

    private String option() {
        return gradient != null ? GRADIENT : PROGRAM;
    }

    private String word() {
        return gradient != null ? gradient : program;
    }

    /**
     * Makes or starts what was given.
     *
     * @param remarks hears what a program writes to its standard error
     * @throws InputException if it cannot be made
     */
    Optional<Trainee> trainee(Consumer<String> remarks) {
        if (!given()) {
            return Optional.empty();
        }
        if (gradient != null) {
            Path file = path();
            return Optional.of(Trainee.of(() -> JavaSource.load(file, UserRun.LIMIT), UserRun.LIMIT));
        }
        var respondent = new ProgramRespondent(Program.start(program, TRAINING, remarks));
        running = Optional.of(respondent);
        return Optional.of(Trainee.of(respondent));
    }

    /**
     * Runs beside which it takes part.
     *
     * @throws InputException if it cannot do a network
     */
    List<Workbench> beside(Optional<Trainee> trainee, List<Workbench> workbenches) {
        return trainee.map(own -> workbenches.stream()
                        .map(workbench -> workbench.beside(own, List.of(option(), word())))
                        .toList())
                .orElse(workbenches);
    }

    private Path path() {
        try {
            return Path.of(gradient);
        } catch (InvalidPathException e) {
            throw new InputException("%s %s: expected the name of a file".formatted(GRADIENT, Shown.text(gradient)), e);
        }
    }

    /** Ends the program. */
    @Override
    public void close() {
        running.ifPresent(ProgramRespondent::close);
    }
}
