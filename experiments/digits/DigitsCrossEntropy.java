package digits;

import com.google.auto.service.AutoService;
import handgrad.cli.Handgrad;
import handgrad.input.data.Digits;
import handgrad.lab.Article;
import handgrad.lab.Experiment;
import handgrad.lab.Setup;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.train.Settings;

/**
 * How well does a 64-128-10 network with cross-entropy on ten sigmoids read the digits?
 *
 * <p>Run it: {@code ./handgrad run digits-cross-entropy}, or this class's {@code main}; {@code --batch-size 32} trains on
 * mini-batches.
 *
 * <p>Expect: with seed 1 and full batches the loss is 37.563854 at the start, 0.587484 after 100 epochs and 0.138651 after
 * 1,000; 0.9916 of the training set and 0.9778 of the test set are classified correctly.
 */
@AutoService(Experiment.class)
public final class DigitsCrossEntropy implements Experiment {
    @Override
    public String name() {
        return "digits-cross-entropy";
    }

    @Override
    public String question() {
        return "How well does a network with cross-entropy on ten sigmoids classify the digits?";
    }

    @Override
    public Article article() {
        return Article.E;
    }

    @Override
    public int seconds() {
        return 16;
    }

    @Override
    public String expectation() {
        return "The loss falls from 37.6, that of large random weights, to below 1 within a hundred epochs. With seed 1 and "
                + "full batches 352 of 360 test digits, 0.9778, are classified correctly after 1,000 epochs.";
    }

    @Override
    public Settings defaults() {
        return DigitsNetwork.defaults();
    }

    @Override
    public int trainingSamples() {
        return Digits.TRAINING_SAMPLES;
    }

    @Override
    public Setup setup(Settings settings) {
        return DigitsNetwork.setup(settings, new Sigmoid(), new BinaryCrossEntropy());
    }

    public static void main(String[] args) {
        Handgrad.run(new DigitsCrossEntropy(), args);
    }
}
