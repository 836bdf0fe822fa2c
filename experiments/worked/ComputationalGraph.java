package worked;

import com.google.auto.service.AutoService;
import handgrad.cli.Handgrad;
import handgrad.lab.Article;
import handgrad.lab.Experiment;
import handgrad.lab.Setup;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.train.Settings;

/**
 * What is each partial derivative of a 2-2-2 network with cross-entropy, followed along its graph?
 *
 * <p>Run it: {@code ./handgrad trace computational-graph} prints every node and every partial derivative, of the eight weights
 * and the four biases; {@code --html graph.html} draws them. {@code ./handgrad run computational-graph} trains it.
 *
 * <p>Expect: the sigmoid's slope cancels against the cross-entropy's, so that the output's delta is y - t, and training is
 * quicker than that of {@code worked-example}, which starts from the same weights with squared error.
 */
@AutoService(Experiment.class)
public final class ComputationalGraph implements Experiment {
    @Override
    public String name() {
        return "computational-graph";
    }

    @Override
    public String question() {
        return "What is each partial derivative of a small network with cross-entropy?";
    }

    @Override
    public Article article() {
        return Article.B;
    }

    @Override
    public int seconds() {
        return 1;
    }

    @Override
    public String expectation() {
        return "The eight weights and four biases each get their partial derivative by walking the graph "
                + "from the loss back to them: see handgrad trace computational-graph. The output's delta "
                + "is y - t, as the slope of the sigmoid cancels. Trained on its one sample, the outputs "
                + "approach 0.01 and 0.99, and the loss approaches the 0.112 that a cross-entropy keeps "
                + "where targets are not 0 or 1.";
    }

    @Override
    public Settings defaults() {
        return Settings.of(0, 1000, 0.5, 2);
    }

    @Override
    public int trainingSamples() {
        return 1;
    }

    @Override
    public Setup setup(Settings settings) {
        var network = Network.dense(
                2, settings.hidden(), 2, new Sigmoid(), new Sigmoid(), new BinaryCrossEntropy(), Reduction.MEAN);
        return new Setup(network, OneSample.split(settings.dataType()), OneSample.START);
    }

    public static void main(String[] args) {
        Handgrad.run(new ComputationalGraph(), args);
    }
}
