package digits;

import com.google.auto.service.AutoService;
import handgrad.cli.Handgrad;
import handgrad.input.data.Digits;
import handgrad.lab.Article;
import handgrad.lab.Experiment;
import handgrad.lab.Setup;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.train.Settings;

/**
 * How much slower does squared error learn the digits than cross-entropy?
 *
 * <p>Run it: {@code ./handgrad run digits-squared-error}, or this class's {@code main}, and {@code digits-cross-entropy}
 * beside it: the network, the draws, the split and the rate are the same.
 *
 * <p>Expect: squared error multiplies the output's delta by y (1 - y), which is close to 0 for outputs that are surely
 * wrong, so the same number of epochs reads fewer digits correctly.
 */
@AutoService(Experiment.class)
public final class DigitsSquaredError implements Experiment {
    @Override
    public String name() {
        return "digits-squared-error";
    }

    @Override
    public String question() {
        return "How much slower does squared error learn the digits than cross-entropy?";
    }

    @Override
    public Article article() {
        return Article.E;
    }

    @Override
    public int seconds() {
        return 17;
    }

    @Override
    public String expectation() {
        return "Slower: its delta at the output has a factor y (1 - y) that cross-entropy's has not. An output that is "
                + "confidently wrong has almost no gradient, and large random weights make many such outputs.";
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
        return DigitsNetwork.setup(settings, new Sigmoid(), new HalfSquaredError());
    }

    public static void main(String[] args) {
        Handgrad.run(new DigitsSquaredError(), args);
    }
}
