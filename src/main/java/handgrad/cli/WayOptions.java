package handgrad.cli;

import handgrad.lab.EngineKind;
import handgrad.lab.Experiment;
import handgrad.lab.Workbench;
import handgrad.train.Settings;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** At which point of an experiment {@code handgrad trace} stands. What is not given is null. */
final class WayOptions {
    @Option(
            names = "--step",
            paramLabel = "N",
            description =
                    "Of an experiment: where training stands after N steps, with the batch that the next one takes; "
                            + "it trains as `handgrad run` does. Default: 0, the start.")
    private Long step;

    @Option(names = "--seed", paramLabel = "N", description = "Of an experiment: seed of the starting point.")
    private Long seed;

    @Option(
            names = "--hidden",
            paramLabel = "N",
            split = ",",
            splitSynopsisLabel = ",",
            description = "Of an experiment: widths of the hidden layers.")
    private List<Integer> hidden;

    /** The first of them that was given. */
    Optional<String> given() {
        return step != null
                ? Optional.of("--step")
                : seed != null
                        ? Optional.of("--seed")
                        : Optional.ofNullable(hidden).map(any -> "--hidden");
    }

    long step() {
        return step == null ? 0 : step;
    }

    Workbench workbench(Experiment experiment) {
        Settings defaults = experiment.defaults();
        Settings settings = defaults.withSeed(seed != null ? seed : defaults.seed())
                .withHidden(hidden != null ? hidden : defaults.hidden());
        return new Workbench(experiment, settings, List.of(EngineKind.HAND));
    }
}
