package handgrad.cli;

import handgrad.Named;
import handgrad.lab.EngineKind;
import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import handgrad.network.Precision;
import handgrad.train.Settings;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which experiments, and what is common to training and verifying them. What is not given is null. */
final class ModelOptions {
    @Parameters(
            paramLabel = "NAME",
            description = "Experiments (see `handgrad list`); for verify also files, or a folder.",
            arity = "0..*")
    private List<String> names = List.of();

    @Mixin
    private StartOptions start;

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

    boolean named() {
        return !names.isEmpty();
    }

    /** The experiments named, which that command needs, or all. */
    List<Experiment> experiments(String command) {
        return named()
                ? names().stream()
                        .map(name -> ExperimentNames.of(command, name))
                        .toList()
                : Experiments.all();
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
        return start.over(experiment, defaults, named()).withDataType(single ? DataType.FLOAT : defaults.dataType());
    }
}
