package handgrad.cli;

import handgrad.sweep.Axis;
import handgrad.sweep.Choice;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Values for the settings of a run. What is not given is null, and left to the experiment. */
final class SweepAxes {
    @Option(
            names = {"--seeds", "--seed"},
            paramLabel = "VALUES",
            description = "Seeds of the starting points, such as 1..2000.")
    private String seeds;

    @Option(names = "--hidden", paramLabel = "VALUES", description = SettingWords.HIDDEN + " 8x4 are two layers.")
    private String hidden;

    @Option(names = "--learning-rate", paramLabel = "VALUES", description = SettingWords.LEARNING_RATE)
    private String learningRate;

    @Option(names = "--updater", paramLabel = "VALUES", description = SettingWords.UPDATER)
    private String updater;

    @Option(names = "--l2", paramLabel = "VALUES", description = SettingWords.L2)
    private String l2;

    @Option(names = "--batch-size", paramLabel = "VALUES", description = SettingWords.BATCH_SIZE)
    private String batchSize;

    @Option(names = "--order", paramLabel = "VALUES", description = SettingWords.ORDER)
    private String order;

    @Option(names = "--epochs", paramLabel = "VALUES", description = SettingWords.EPOCHS)
    private String epochs;

    @Option(names = "--stop-loss", paramLabel = "VALUES", description = SettingWords.STOP_LOSS)
    private String stopLoss;

    @Option(names = "--stop-step", paramLabel = "VALUES", description = SettingWords.STOP_STEP)
    private String stopStep;

    @Option(names = "--split-seed", paramLabel = "VALUES", description = SettingWords.SPLIT_SEED)
    private String splitSeed;

    /** Those that were given. */
    List<Axis> given() {
        var axes = new ArrayList<Axis>();
        for (Choice choice : Choice.values()) {
            String text = text(choice);
            if (text != null) {
                axes.add(Axis.of(choice, text));
            }
        }
        return axes;
    }

    private String text(Choice choice) {
        return switch (choice) {
            case HIDDEN -> hidden;
            case UPDATER -> updater;
            case LEARNING_RATE -> learningRate;
            case L2 -> l2;
            case BATCH_SIZE -> batchSize;
            case ORDER -> order;
            case EPOCHS -> epochs;
            case STOP_LOSS -> stopLoss;
            case STOP_STEP -> stopStep;
            case SPLIT_SEED -> splitSeed;
            case SEED -> seeds;
        };
    }
}
