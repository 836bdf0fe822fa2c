package handgrad.cli;

import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code handgrad list}. */
@Command(
        name = "list",
        description = "Lists every experiment with the question it answers.",
        mixinStandardHelpOptions = true,
        versionProvider = Handgrad.Version.class)
final class ListCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        for (Experiment experiment : Experiments.all()) {
            out.printf("%-22s %s%n", experiment.name(), experiment.question());
        }
        out.flush();
    }
}
