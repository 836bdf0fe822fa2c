package handgrad.cli;

import handgrad.InputException;
import handgrad.Shown;
import handgrad.engine.nd4j.Nd4jSettings;
import handgrad.lab.Experiment;
import handgrad.lab.result.Provenance;
import handgrad.show.text.Screen;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. Exit codes: 0 well, 1 a gradient or a run failed, 2 the input is wrong, 70 a fault of the program. */
@Command(
        name = "handgrad",
        description = "Puts a hand-written network beside DL4J's, and says where they agree.",
        mixinStandardHelpOptions = true,
        versionProvider = Handgrad.Version.class,
        subcommands = {
            ListCommand.class,
            RunCommand.class,
            VerifyCommand.class,
            TraceCommand.class,
            NewCommand.class,
            SweepCommand.class,
            ReportCommand.class,
            BenchCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "Begin with: handgrad run",
            "A gradient of your own: handgrad new mine.py",
            "More on a command: handgrad help COMMAND"
        })
public final class Handgrad {
    private final Screen screen;

    private Handgrad(Screen screen) {
        this.screen = screen;
    }

    /** What a command prints on. */
    static Screen screen(CommandSpec command) {
        return command.root().userObject() instanceof Handgrad program ? program.screen : Screen.FILE;
    }

    public static void main(String[] args) {
        // Figures have the same decimal point everywhere, as the files have that are written with them.
        Locale.setDefault(Locale.ROOT);
        Nd4jSettings.apply();
        StandardOutput.install();
        System.exit(execute(args));
    }

    /** What an experiment's own {@code main} calls: {@code run} with that experiment. */
    public static void run(Experiment experiment, String... options) {
        main(Stream.concat(Stream.of("run", experiment.name()), Stream.of(options))
                .toArray(String[]::new));
    }

    /** Runs a command line and returns its exit code. */
    static int execute(String... args) {
        return execute(Terminal.screen(), args);
    }

    /** The same, on a screen of one's own. */
    static int execute(Screen screen, String... args) {
        try {
            int exit = parsed(screen, args);
            System.out.flush();
            return exit;
        } catch (Throwable e) {
            // Errors too: left to Java they would end in code 1, which says that a gradient is wrong.
            return Ends.told(e, new PrintWriter(System.err, true, Charset.defaultCharset()), screen);
        }
    }

    private static int parsed(Screen screen, String... args) {
        var command = new CommandLine(new Handgrad(screen))
                .setParameterExceptionHandler(Handgrad::wrongArguments)
                .setExecutionStrategy(Handgrad::executed)
                .setExecutionExceptionHandler(Handgrad::failed);
        Usage.register(command, screen);
        Numbers.register(command);
        Paths.register(command);
        if (args.length == 0) {
            command.usage(command.getOut());
            return CommandLine.ExitCode.OK;
        }
        return command.execute(args);
    }

    /** Where not even help can be printed, picocli by itself would end in code 1. */
    private static int executed(CommandLine.ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (StandardOutput.Unwritable e) {
            throw new CommandLine.ExecutionException(parsed.commandSpec().commandLine(), e.getMessage(), e);
        }
    }

    private static int wrongArguments(ParameterException e, String[] args) {
        return failed(new InputException(sentence(e, args), e), e.getCommandLine(), null);
    }

    private static String sentence(ParameterException e, String... args) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (e instanceof OverwrittenOptionException || e instanceof MaxValuesExceededException) {
            return twice(args)
                    .map(option -> option + ": given twice, expected once")
                    .orElse(e.getMessage());
        }
        if (!(e.getCause() instanceof TypeConversionException wrong)) {
            return e.getMessage();
        }
        return e.getArgSpec() instanceof OptionSpec option
                ? "%s %s: %s".formatted(option.longestName(), Shown.text(e.getValue()), wrong.getMessage())
                : wrong.getMessage();
    }

    private static Optional<String> twice(String... args) {
        var seen = new HashSet<String>();
        return Stream.of(args)
                .map(arg -> arg.replaceFirst("(?s)=.*", ""))
                .filter(arg -> arg.startsWith("-") && !seen.add(arg))
                .findFirst();
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String given = e.getUnmatched().get(0);
        CommandLine command = e.getCommandLine();
        if (given.startsWith("-")) {
            var options = command.getCommandSpec().options().stream()
                    .map(OptionSpec::longestName)
                    .sorted()
                    .toList();
            return InputException.unknown("option", given.replaceFirst("=.*", ""), options)
                    .getMessage();
        }
        var commands = command.getSubcommands().keySet();
        return commands.isEmpty()
                ? "%s '%s': expected nothing more here, see `handgrad %s --help`"
                        .formatted(command.getCommandName(), Shown.text(given), command.getCommandName())
                : InputException.unknown("command", given, commands).getMessage();
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        return Ends.told(e, command.getErr(), screen(command.getCommandSpec()));
    }

    /** The versions that the build wrote down. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            Properties versions = Provenance.versions();
            return new String[] {
                "handgrad %s (%s), with DL4J %s and Tablesaw %s"
                        .formatted(
                                versions.getProperty("handgrad"),
                                versions.getProperty("commit"),
                                versions.getProperty("dl4j"),
                                versions.getProperty("tablesaw"))
            };
        }
    }
}
