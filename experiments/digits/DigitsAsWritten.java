package digits;

import com.google.auto.service.AutoService;
import handgrad.cli.Handgrad;
import handgrad.data.Digits;
import handgrad.network.Activation;
import handgrad.network.Loss;
import handgrad.network.Reduction;
import handgrad.train.Settings;
import handgrad.workbench.Experiment;
import handgrad.workbench.Setup;

/**
 * Why do the digits stay unread with raw pixels, a summed gradient and a rate of 0.1?
 *
 * <p>Run it: {@code ./handgrad run digits-as-written}, or this class's {@code main}; then {@code digits-mended}.
 *
 * <p>Expect: TODO
 */
@AutoService(Experiment.class)
public final class DigitsAsWritten implements Experiment {
    @Override
    public String name() {
        return "digits-as-written";
    }

    @Override
    public String question() {
        return "Why do the digits stay unread with raw pixels, a summed gradient and a rate of 0.1?";
    }

    @Override
    public String expectation() {
        return "Pixels of 0 to 16 and normal weights make sums z of some tens: the hidden neurons stand "
                + "at 0 or 1 to the last bit, where y (1 - y) is 0, and no gradient passes. The sum over "
                + "1,437 digits times 0.1 is a step hundreds of times too long: it throws the outputs' z to "
                + "some thousands, where outputs are exactly 0 or 1. From there the textbook's "
                + "cross-entropy takes ln 0 and is lost, after the very first step; computed from z it "
                + "stays finite, and shows that the loss has grown instead of fallen. About one digit in "
                + "ten is read, which is chance.";
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
        return DigitsNetwork.setup(
                settings, Activation.SIGMOID, Loss.BINARY_CROSS_ENTROPY, Reduction.SUM, Digits.Scale.RAW);
    }

    public static void main(String[] args) {
        Handgrad.run(new DigitsAsWritten(), args);
    }
}
