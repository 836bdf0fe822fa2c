package handgrad.cli;

import handgrad.InputException;
import handgrad.Named;
import handgrad.lab.EngineKind;
import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import handgrad.network.Precision;
import handgrad.train.Settings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.buffer.DataType;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which experiments, and what is common to training and verifying them. What is not given is null. */
final class ModelOptions {
    @Parameters(paramLabel = "NAME", description = "Experiments; see `handgrad list`.", arity = "0..*")
    private List<String> names = List.of();

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

    @Option(
            names = "--engines",
            paramLabel = "ENGINE",
            split = ",",
            splitSynopsisLabel = ",",
            description = "Engines that take part: hand, dl4j, scalar; the first is compared with the others.")
    private List<String> engines;

    @Option(names = "--float", description = "Single instead of double precision.")
    private boolean single;

    /** What was named, in its order, without repetitions. */
    List<String> names() {
        return names.stream().distinct().toList();
    }

    Precision precision() {
        return single ? Precision.FLOAT : Precision.DOUBLE;
    }

    /** The first option given that only experiments heed. */
    Optional<String> givenForExperiments() {
        if (seed != null) {
            return Optional.of("--seed " + seed);
        }
        if (hidden != null) {
            return Optional.of(
                    "--hidden " + hidden.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        return Optional.ofNullable(splitSeed).map(given -> "--split-seed " + given);
    }

    boolean named() {
        return !names.isEmpty();
    }

    /** The experiments named, or all. */
    List<Experiment> experiments() {
        return named() ? names().stream().map(Experiments::named).toList() : Experiments.all();
    }

    /** The engines named, or those of the experiment. */
    List<EngineKind> engines(Experiment experiment) {
        return engines == null ? experiment.engines() : engines(List.of());
    }

    /** The engines named, or the given ones. */
    List<EngineKind> engines(List<EngineKind> otherwise) {
        return engines == null
                ? otherwise
                : engines.stream()
                        .map(name -> Named.parse(EngineKind.class, "engine", name))
                        .distinct()
                        .toList();
    }

    /** The defaults of an experiment, overwritten by what was given. */
    Settings settings(Experiment experiment) {
        return settings(experiment, experiment.defaults());
    }

    /** Other settings of it than its defaults, overwritten by what was given. */
    Settings settings(Experiment experiment, Settings defaults) {
        if (splitSeed != null && named() && defaults.splitSeed().isEmpty()) {
            throw new InputException(
                    "--split-seed %d: %s has no test set to split off".formatted(splitSeed, experiment.name()));
        }
        Settings settings = defaults.withSeed(seed != null ? seed : defaults.seed())
                .withHidden(hidden != null ? hidden : defaults.hidden())
                .withDataType(single ? DataType.FLOAT : defaults.dataType());
        return splitSeed != null && defaults.splitSeed().isPresent() ? settings.withSplitSeed(splitSeed) : settings;
    }
}
