package digits;

import handgrad.input.data.Digits;
import handgrad.input.data.Draw;
import handgrad.lab.Setup;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.Activation;
import handgrad.network.function.Loss;
import handgrad.network.function.activation.Sigmoid;
import handgrad.train.Settings;

/** What the experiments on the digits share: all but the output's activation and the loss. */
final class DigitsNetwork {
    private DigitsNetwork() {}

    /** 64-128-10, seed 1, split seed 1, rate 0.5, 1,000 epochs of full batches. */
    static Settings defaults() {
        return Settings.of(1, 1000, 0.5, 128).withSplitSeed(1);
    }

    /** Pixels in 0..1, sigmoid inside, a normal start, the mean over the batch. */
    static Setup setup(Settings settings, Activation output, Loss loss) {
        return setup(settings, output, loss, Reduction.MEAN, Digits.Scale.UNIT);
    }

    static Setup setup(Settings settings, Activation output, Loss loss, Reduction reduction, Digits.Scale scale) {
        var network =
                Network.dense(Digits.PIXELS, settings.hidden(), Digits.CLASSES, new Sigmoid(), output, loss, reduction);
        long seed = settings.splitSeed().orElseThrow();
        return new Setup(network, Digits.split(settings.dataType(), seed, scale), Draw.NORMAL);
    }
}
