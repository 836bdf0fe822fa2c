package handgrad.cli;

import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import handgrad.sweep.Sweep;
import handgrad.train.Settings;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What describes a sweep, and nothing of how it is made: other machines read the same words. */
@Command
public final class SweepOptions {
    @Parameters(paramLabel = "NAME", description = "The experiment; see `handgrad list`.", arity = "1")
    private String name;

    @Mixin
    private SweepAxes axes;

    @Option(names = "--float", description = "Single instead of double precision.")
    private boolean single;

    @Mixin
    private TableOptions table;

    /** @throws handgrad.InputException if there is no such sweep */
    Sweep sweep() {
        Experiment experiment =
                table.over(List.of(Experiments.named(name)), true).get(0);
        Settings defaults = experiment.defaults();
        return Sweep.of(experiment, single ? defaults.withDataType(DataType.FLOAT) : defaults, axes.given());
    }

    /** The sweep that the words of a command line describe. */
    public static Sweep sweep(List<String> words) {
        var options = new SweepOptions();
        var command = new CommandLine(options);
        Paths.register(command);
        Numbers.register(command);
        command.parseArgs(words.toArray(String[]::new));
        return options.sweep();
    }
}
