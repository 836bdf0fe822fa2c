package handgrad.cli;

import handgrad.InputException;
import handgrad.Named;
import handgrad.Shown;
import handgrad.engine.Descent;
import handgrad.input.data.Sampling;
import handgrad.network.function.Definitions;
import handgrad.network.function.Rule;
import handgrad.train.Settings;
import handgrad.train.Stopping;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How the parameters are trained. What is not given is null, and left to the experiment. */
final class TrainingOptions {
    @Option(names = "--epochs", paramLabel = "N", description = SettingWords.EPOCHS)
    private Integer epochs;

    @Option(names = "--learning-rate", paramLabel = "X", description = SettingWords.LEARNING_RATE)
    private Double learningRate;

    @Option(names = "--updater", paramLabel = "RULE", description = SettingWords.UPDATER)
    private String updater;

    @Option(names = "--l2", paramLabel = "X", description = SettingWords.L2)
    private Double l2;

    @Option(names = "--batch-size", paramLabel = "N", description = SettingWords.BATCH_SIZE)
    private Integer batchSize;

    @Option(names = "--order", paramLabel = "ORDER", description = SettingWords.ORDER)
    private String order;

    @Option(names = "--stop-loss", paramLabel = "X", description = SettingWords.STOP_LOSS)
    private Double stopLoss;

    @Option(names = "--stop-step", paramLabel = "X", description = SettingWords.STOP_STEP)
    private Double stopStep;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** The settings, overwritten by what was given. */
    Settings over(Settings base) {
        checkRate();
        checkL2();
        Settings settings = base.withDescent(descent(base.descent()))
                .withSampling(sampling(base.sampling()))
                .withStopping(stopping(base.stopping()));
        return epochs == null ? settings : settings.withEpochs(epochs);
    }

    private Descent descent(Descent base) {
        return new Descent(
                updater != null ? Definitions.named(Rule.class, "updater", updater) : base.rule(),
                learningRate != null ? learningRate : base.learningRate(),
                l2 != null ? l2 : base.l2());
    }

    private Sampling sampling(Sampling base) {
        return new Sampling(
                batchSize != null ? OptionalInt.of(batchSize) : base.size(),
                order != null ? Named.parse(Sampling.Order.class, "order", order) : base.order());
    }

    private Stopping stopping(Stopping base) {
        return new Stopping(
                stopLoss != null ? OptionalDouble.of(stopLoss) : base.loss(),
                stopStep != null ? OptionalDouble.of(stopStep) : base.step());
    }

    private void checkRate() {
        if (learningRate != null && !(learningRate > 0 && Double.isFinite(learningRate))) {
            throw refused("--learning-rate", "a finite number above 0");
        }
    }

    private void checkL2() {
        if (l2 != null && !(l2 >= 0 && Double.isFinite(l2))) {
            throw refused("--l2", "a finite number of at least 0");
        }
    }

    /** As the user wrote it: a rate of 0 is not one of 0.0 to a reader. */
    private InputException refused(String option, String expected) {
        String given = spec.commandLine()
                .getParseResult()
                .matchedOption(option)
                .originalStringValues()
                .get(0);
        return new InputException("%s %s: expected %s".formatted(option, Shown.text(given), expected));
    }
}
