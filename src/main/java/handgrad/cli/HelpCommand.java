package handgrad.cli;

import handgrad.InputException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handgrad help}: the same as {@code --help}. */
@Command(
        name = "help",
        description = "Says what a command does, and which options it has.",
        mixinStandardHelpOptions = true,
        versionProvider = Handgrad.Version.class)
final class HelpCommand implements Runnable {
    @Parameters(
            arity = "0..1",
            paramLabel = "COMMAND",
            description = "A command. Default: all of them, in a line each.")
    private String name;

    @Spec
    private CommandSpec spec;

    /** @throws InputException if there is no such command; the message gives the nearest one */
    @Override
    public void run() {
        CommandLine program = spec.root().commandLine();
        Map<String, CommandLine> commands = program.getSubcommands();
        if (name != null && !commands.containsKey(name)) {
            throw InputException.unknown("command", name, commands.keySet());
        }
        (name == null ? program : commands.get(name)).usage(program.getOut());
    }
}
