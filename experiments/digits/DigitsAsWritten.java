package digits;

import com.google.auto.service.AutoService;
import handgrad.cli.Handgrad;
import handgrad.input.data.Digits;
import handgrad.lab.Article;
import handgrad.lab.Experiment;
import handgrad.lab.Setup;
import handgrad.network.Reduction;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.train.Settings;

/**
 * Why do the digits stay unread with raw pixels, a summed gradient and a rate of 0.1?
 *
 * <p>Run it: {@code ./handgrad run digits-as-written}, or this class's {@code main}; then {@code digits-fixed}.
 *
 * <p>Expect: a loss of 53,913 at the start and 3.94 million after one step, when the textbook's is NaN. After 200
 * steps 0.1023 of the training set and 0.0972 of the test set are classified correctly, as in NumPy. The engines diverge at the second
 * step: DL4J's loss clips the outputs, which takes the gradient from those that are confidently wrong, and it stays where
 * the first step has thrown it (0.0939, 0.1194).
 */
@AutoService(Experiment.class)
public final class DigitsAsWritten implements Experiment {
    @Override
    public String name() {
        return "digits-as-written";
    }

    @Override
    public String question() {
        return "Are the digits learned from raw pixels, along a summed gradient?";
    }

    @Override
    public Article article() {
        return Article.E;
    }

    @Override
    public int seconds() {
        return 9;
    }

    @Override
    public String expectation() {
        return "Pixels of 0 to 16 and normal weights make sums z of some tens: four hidden neurons of five "
                + "stand so near to 0 or 1 that a (1 - a) is below 1e-6, and hardly a gradient passes. The sum over "
                + "1,437 digits times 0.1 is a step hundreds of times too long: it throws the outputs' z to "
                + "some thousands, where outputs are exactly 0 or 1. From there the textbook's "
                + "cross-entropy takes ln 0 and is lost, after the very first step; computed from z it "
                + "stays finite, and shows that the loss has grown instead of fallen. About one digit in "
                + "ten is classified correctly, which is chance.";
    }

    @Override
    public Settings defaults() {
        return Settings.of(1, 200, 0.1, 128).withSplitSeed(1);
    }

    @Override
    public int trainingSamples() {
        return Digits.TRAINING_SAMPLES;
    }

    @Override
    public Setup setup(Settings settings) {
        return DigitsNetwork.setup(settings, new Sigmoid(), new BinaryCrossEntropy(), Reduction.SUM, Digits.Scale.RAW);
    }

    public static void main(String[] args) {
        Handgrad.run(new DigitsAsWritten(), args);
    }
}
