package handgrad.cli;

import handgrad.InputException;
import handgrad.input.program.Limits;
import handgrad.input.program.Program;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** A program that {@code handgrad verify} asks. What is not given is null. */
final class ProgramOptions {
    private static final int WHOLE_LIMIT = 120;

    @Option(
            names = "--program",
            paramLabel = "COMMAND",
            description =
                    "Ask a program instead of reading a file: starts COMMAND, such as \"python3 mine.py\", and asks it over its "
                            + "standard input and output; see docs/protocol.md, and `handgrad new mine.py` for a start.")
    private String program;

    @Option(
            names = "--against",
            paramLabel = "COMMAND",
            description =
                    "With --program: a second program to compare it with, tensor by tensor; the first that differs is named.")
    private String against;

    @Option(
            names = "--whole-limit",
            paramLabel = "SECONDS",
            description = "With --program: for all its answers together. Default: " + WHOLE_LIMIT + ".")
    private Integer whole;

    boolean given() {
        return program != null;
    }

    /** As it was given. */
    String command() {
        return program;
    }

    /** Whether it is held against another one. */
    boolean comparing() {
        return against != null;
    }

    /** Complains of what is for a program, where there is none. */
    void check() {
        blank("--program", program);
        blank("--against", against);
        if (!given() && against != null) {
            throw new InputException("--against: expected --program beside it, found none");
        }
        if (!given() && whole != null) {
            throw new InputException("--whole-limit: is for --program, which was not given");
        }
        if (whole != null && whole < 1) {
            throw new InputException("--whole-limit %d: expected at least 1".formatted(whole));
        }
    }

    private static void blank(String option, String command) {
        if (command != null && command.isBlank()) {
            throw new InputException(
                    "%s: expected a command, such as \"python3 mine.py\", found none".formatted(option));
        }
    }

    /** Starts the program, with a limit on each answer. */
    Program start(Duration limit, Consumer<String> remarks) {
        return Program.start(program, limits(limit), remarks);
    }

    /** Starts the one that it is held against, where one was given. */
    Optional<Program> startOther(Duration limit, Consumer<String> remarks) {
        return Optional.ofNullable(against).map(command -> Program.start(command, limits(limit), remarks));
    }

    private Limits limits(Duration limit) {
        return new Limits(limit, Duration.ofSeconds(whole == null ? WHOLE_LIMIT : whole));
    }
}
