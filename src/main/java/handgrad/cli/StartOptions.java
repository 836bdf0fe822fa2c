package handgrad.cli;

import handgrad.InputException;
import handgrad.lab.Experiment;
import handgrad.train.Settings;
import java.util.List;
import picocli.CommandLine.Option;

/** With which numbers and widths an experiment starts. What is not given is null, and left to the experiment. */
final class StartOptions {
    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the starting point, as in NumPy: 0 to 4294967295.")
    private Long seed;

    @Option(
            names = "--hidden",
            paramLabel = "N",
            split = ",",
            splitSynopsisLabel = ",",
            description = SettingWords.HIDDEN)
    private List<Integer> hidden;

    @Option(names = "--split-seed", paramLabel = "N", description = SettingWords.SPLIT_SEED)
    private Long splitSeed;

    /**
     * Settings of an experiment, overwritten by what was given.
     *
     * @param named whether the user named it; a split is asked of it then
     * @throws InputException if it has no test set to split off
     */
    Settings over(Experiment experiment, Settings base, boolean named) {
        Settings settings =
                base.withSeed(seed != null ? seed : base.seed()).withHidden(hidden != null ? hidden : base.hidden());
        if (splitSeed == null) {
            return settings;
        }
        if (base.splitSeed().isPresent()) {
            return settings.withSplitSeed(splitSeed);
        }
        if (named) {
            throw new InputException(
                    "--split-seed %d: %s has no test set to split off".formatted(splitSeed, experiment.name()));
        }
        return settings;
    }
}
