package worked;

import com.google.auto.service.AutoService;
import handgrad.cli.Handgrad;
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
 * Do a neuron-by-neuron network, a matrix one and DL4J's make the same steps on M. Mazur's worked example?
 *
 * <p>Run it: {@code ./handgrad run worked-example}, or this class's {@code main}; every number of its first step:
 * {@code ./handgrad trace worked-example}.
 *
 * <p>Expect: one sample, 2-2-2 sigmoid, rate 0.5, biases that are never trained. The error is 0.298371109 at the start,
 * 0.291027774 after one step and 3.510187783e-05 after 10,000; the outputs are then 0.0159136 and 0.9840643, for targets of
 * 0.01 and 0.99.
 */
@AutoService(Experiment.class)
public final class WorkedExample implements Experiment {
    @Override
    public String name() {
        return "worked-example";
    }

    @Override
    public String question() {
        return "Do a neuron-by-neuron, a matrix and DL4J's network make the same steps on the worked example?";
    }

    @Override
    public Article article() {
        return Article.A;
    }

    @Override
    public int seconds() {
        return 7;
    }

    @Override
    public String expectation() {
        return "Yes, up to rounding. One sample, 0.05 and 0.10 to 0.01 and 0.99, is shown again and again; the weights "
                + "learn, the one bias of each layer keeps its value. The error falls from 0.298 to 0.0000351 in 10,000 "
                + "steps.";
    }

    @Override
    public Settings defaults() {
        return Settings.of(0, 10_000, 0.5, 2);
    }

    @Override
    public List<EngineKind> engines() {
        return List.of(EngineKind.HAND, EngineKind.DL4J, EngineKind.SCALAR);
    }

    @Override
    public int trainingSamples() {
        return 1;
    }

    @Override
    public Setup setup(Settings settings) {
        var network = Network.dense(
                2, settings.hidden(), 2, new Sigmoid(), new Sigmoid(), new HalfSquaredError(), Reduction.SUM);
        return new Setup(network, OneSample.split(settings.dataType()), OneSample.START, Trained.WEIGHTS);
    }

    public static void main(String[] args) {
        Handgrad.run(new WorkedExample(), args);
    }
}
