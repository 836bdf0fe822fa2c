package xor;

import com.google.auto.service.AutoService;
import handgrad.cli.Handgrad;
import handgrad.input.data.Draw;
import handgrad.input.data.Sampling;
import handgrad.input.data.Xor;
import handgrad.lab.Article;
import handgrad.lab.EngineKind;
import handgrad.lab.Experiment;
import handgrad.lab.Setup;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.Trained;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.train.Settings;
import java.util.List;

/**
 * Does XOR get learned from one random sample a step, neuron by neuron, with biases that never change?
 *
 * <p>Run it: {@code ./handgrad run xor-online}, or this class's {@code main}; other draws with {@code --seed}.
 *
 * <p>Expect: 2-5-1 sigmoid, rate 0.5, 10,000 steps of one drawn sample each. The loss over all four samples wavers near 0.125
 * for a while, since each step undoes a little of the one before, then falls: with seed 1 to 0.00281596, with outputs 0.084,
 * 0.921, 0.932 and 0.068. Hand, DL4J and the scalar engine make the same steps.
 */
@AutoService(Experiment.class)
public final class XorOnline implements Experiment {
    @Override
    public String name() {
        return "xor-online";
    }

    @Override
    public String question() {
        return "Does XOR get learned from one random sample a step, with one fixed bias a layer?";
    }

    @Override
    public Article article() {
        return Article.A;
    }

    @Override
    public int seconds() {
        return 9;
    }

    @Override
    public String expectation() {
        return "Yes. Each step follows the gradient of a single sample, drawn at random, so the loss "
                + "over all four is not lower after every step: it wavers, and falls in the long run. The "
                + "biases are drawn once, one for each layer, and are never trained: the weights alone "
                + "suffice here.";
    }

    @Override
    public Settings defaults() {
        return Settings.of(1, 2500, 0.5, 5).withSampling(Sampling.online());
    }

    @Override
    public List<EngineKind> engines() {
        return List.of(EngineKind.HAND, EngineKind.DL4J, EngineKind.SCALAR);
    }

    @Override
    public int trainingSamples() {
        return Xor.SAMPLES;
    }

    @Override
    public Setup setup(Settings settings) {
        var network = Network.dense(
                2, settings.hidden(), 1, new Sigmoid(), new Sigmoid(), new HalfSquaredError(), Reduction.MEAN);
        return new Setup(network, Xor.split(settings.dataType()), Draw.UNIFORM_SHARED_BIAS, Trained.WEIGHTS);
    }

    public static void main(String[] args) {
        Handgrad.run(new XorOnline(), args);
    }
}
