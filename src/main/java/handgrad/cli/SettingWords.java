package handgrad.cli;

/** What the settings of a run are, in the help of every command that takes them. */
final class SettingWords {
    static final String HIDDEN = "Widths of the hidden layers, from the input to the output.";
    static final String UPDATER =
            "How a gradient becomes a step: sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw.";
    static final String LEARNING_RATE = "Step size of gradient descent, above 0.";
    static final String L2 = "Penalty: so many times the weights are added to their gradient, 0 or more.";
    static final String BATCH_SIZE = "Samples a step.";
    static final String ORDER =
            "shuffled: mini-batches are stretches of a new permutation in each epoch. drawn: every sample of "
                    + "a step is drawn by itself.";
    static final String EPOCHS = "Passes over the training set, at most.";
    static final String STOP_LOSS = "Ends the run after an epoch with a smaller training loss.";
    static final String STOP_STEP = "Ends the run after a step that moved no parameter by as much.";
    static final String SPLIT_SEED = "Seed of the split into training and test set.";

    private SettingWords() {}
}
