package handgrad.cli;

import handgrad.Named;
import handgrad.train.Mode;
import handgrad.train.Settings;
import picocli.CommandLine.Option;

/** Whether engines that train side by side go their own ways. */
final class ModeOption {
    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "free-running",
            description = "free-running: each engine goes its own way. re-synced: after each step the first engine's "
                    + "parameters are copied to the others. Default: ${DEFAULT-VALUE}.")
    private String mode;

    /** @throws handgrad.InputException if there is no such mode */
    Settings over(Settings base) {
        return base.withMode(Named.parse(Mode.class, "mode", mode));
    }
}
