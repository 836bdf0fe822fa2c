package xor;

import com.google.auto.service.AutoService;
import handgrad.cli.Handgrad;
import handgrad.input.data.Draw;
import handgrad.input.data.Xor;
import handgrad.lab.Article;
import handgrad.lab.Experiment;
import handgrad.lab.Setup;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.train.Settings;

/**
 * Does a 2-10-1 network with squared error learn XOR by plain gradient descent?
 *
 * <p>Run it: {@code ./handgrad run xor-squared-error}, or this class's {@code main}. The article that this comes from
 * trains for 100,001 epochs ({@code --epochs 100001}).
 *
 * <p>Expect: a plateau at a loss near 0.125, where all four outputs are about 0.5, left only after some 8,000 epochs; with
 * seed 1 the loss is 0.232198 at the start, 0.069528 after 10,000 epochs and 0.000332 after 100,001.
 */
@AutoService(Experiment.class)
public final class XorSquaredError implements Experiment {
    @Override
    public String name() {
        return "xor-squared-error";
    }

    @Override
    public String question() {
        return "Does a network with squared error learn XOR by plain gradient descent?";
    }

    @Override
    public Article article() {
        return Article.C;
    }

    @Override
    public int seconds() {
        return 6;
    }

    @Override
    public String expectation() {
        return "Squared error on sigmoid outputs starts with a plateau: all four outputs stay near 0.5, the loss near "
                + "0.125, and the gradient is small because y (1 - y) (y - t) of opposite samples cancels. After some "
                + "thousand epochs the hidden neurons have specialised and the loss falls quickly.";
    }

    @Override
    public Settings defaults() {
        return Settings.of(1, 10_000, 0.1, 10);
    }

    @Override
    public int trainingSamples() {
        return Xor.SAMPLES;
    }

    @Override
    public Setup setup(Settings settings) {
        var network = Network.dense(
                2, settings.hidden(), 1, new Sigmoid(), new Sigmoid(), new HalfSquaredError(), Reduction.MEAN);
        return new Setup(network, Xor.split(settings.dataType()), Draw.UNIFORM);
    }

    public static void main(String[] args) {
        Handgrad.run(new XorSquaredError(), args);
    }
}
