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

    @Option(names = "--hidden", paramLabel = "VALUES", description = "Widths of the hidden layer; 8x4 are two layers.")
    private String hidden;

    @Option(names = "--learning-rate", paramLabel = "VALUES", description = "Step sizes of gradient descent, above 0.")
    private String learningRate;

    @Option(
            names = "--updater",
            paramLabel = "VALUES",
            description = "Rules: sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw.")
    private String updater;

    @Option(names = "--l2", paramLabel = "VALUES", description = "Times the weights, added to their gradient.")
    private String l2;

    @Option(names = "--batch-size", paramLabel = "VALUES", description = "Samples a step.")
    private String batchSize;

    @Option(names = "--order", paramLabel = "VALUES", description = "Of samples in mini-batches: shuffled, drawn.")
    private String order;

    @Option(names = "--epochs", paramLabel = "VALUES", description = "Passes over the training set, at most.")
    private String epochs;

    @Option(
            names = "--stop-loss",
            paramLabel = "VALUES",
            description = "A run ends after an epoch with a smaller training loss: its epochs are those that it took.")
    private String stopLoss;

    @Option(
            names = "--stop-step",
            paramLabel = "VALUES",
            description = "A run ends after a step that moved no parameter by as much.")
    private String stopStep;

    @Option(
            names = "--split-seed",
            paramLabel = "VALUES",
            description = "Seeds of the split into training and test set.")
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
