package handgrad.cli;

import handgrad.lab.EngineKind;
import handgrad.lab.Experiment;
import handgrad.lab.Workbench;
import handgrad.network.Precision;
import handgrad.train.Settings;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** At which point of which run of an experiment {@code handgrad trace} stands. What is not given is null. */
final class WayOptions {
    private static final List<EngineKind> HAND = List.of(EngineKind.HAND);

    @Option(
            names = "--step",
            paramLabel = "N",
            description =
                    "Of an experiment: where training stands after N steps, with the batch that the next one takes; "
                            + "it trains as `handgrad run` does with the same settings. Default: 0, the start.")
    private Long step;

    @Option(names = "--variant", paramLabel = "NAME", description = "Of a study this run.")
    private String variant;

    @Mixin
    private StartOptions start;

    @Mixin
    private TrainingOptions training;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** The first of them that was given. */
    Optional<String> given() {
        return Given.first(spec, WayOptions.class);
    }

    long step() {
        return step == null ? 0 : step;
    }

    /** @throws handgrad.InputException if what was given does not fit the experiment */
    Workbench workbench(Experiment experiment, Precision precision) {
        Settings defaults = experiment.defaults();
        Settings base = precision == Precision.FLOAT ? defaults.withDataType(DataType.FLOAT) : defaults;
        Settings settings = training.over(start.over(experiment, base, true));
        StudyOptions.check(experiment, spec.commandLine().getParseResult());
        if (variant == null) {
            return new Workbench(experiment, settings, HAND);
        }
        return StudyOptions.chosen(experiment, Workbench.all(experiment, settings, HAND), variant)
                .get(0);
    }
}
