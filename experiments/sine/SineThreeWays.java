package sine;

import com.google.auto.service.AutoService;
import handgrad.Figures;
import handgrad.cli.Handgrad;
import handgrad.engine.Rows;
import handgrad.input.data.Draw;
import handgrad.input.data.Task;
import handgrad.lab.Article;
import handgrad.lab.Experiment;
import handgrad.lab.Setup;
import handgrad.lab.Variant;
import handgrad.lab.result.Run;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.Activation;
import handgrad.network.function.Loss;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.activation.Softmax;
import handgrad.network.function.activation.Tanh;
import handgrad.network.function.loss.CrossEntropy;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.train.Settings;
import java.util.List;

/**
 * Is sin(x) better learned as a value or as one of 21 classes, and with which loss?
 *
 * <p>Run it: {@code ./handgrad run sine}, or this class's {@code main}.
 *
 * <p>Expect: as a value a loss of 1.49e-04, and answers that are off by 0.017 on average (root of the mean square). As
 * 21 classes with cross-entropy 0.5469 of the training points and 0.4603 of the test points are classified correctly, and
 * answers are off by 0.099; with squared error 0.2344 and 0.2540, and 0.358.
 */
@AutoService(Experiment.class)
public final class SineThreeWays implements Experiment {
    @Override
    public String name() {
        return "sine";
    }

    @Override
    public String question() {
        return "Is sin(x) better learned as a value, or as one of 21 classes, and with which loss?";
    }

    @Override
    public Article article() {
        return Article.D;
    }

    @Override
    public int seconds() {
        return 9;
    }

    @Override
    public String expectation() {
        return "As a value. A regression knows that 0.3 lies between 0.2 and 0.4; to a classifier the 21 "
                + "classes are as different as apples and bridges, and it must learn each from the few "
                + "points that fall into it. Squared error on 21 sigmoids is the slowest: one target in 21 "
                + "is 1, so that answering 0 everywhere is nearly right, and the slopes y (1 - y) near 0 "
                + "hold it there. Cross-entropy has no such factor.";
    }

    @Override
    public Settings defaults() {
        return Settings.of(1, 3000, 0.1, 20);
    }

    @Override
    public int trainingSamples() {
        return Sine.SAMPLES;
    }

    /** As a value. */
    @Override
    public Setup setup(Settings settings) {
        return setup(settings, new Identity(), new HalfSquaredError(), Task.Kind.REGRESSION);
    }

    private static Setup setup(Settings settings, Activation output, Loss loss, Task.Kind kind) {
        var split =
                switch (kind) {
                    case REGRESSION -> Sine.values(settings.dataType());
                    case CLASSIFICATION -> Sine.classes(settings.dataType());
                };
        var network = Network.dense(
                1, settings.hidden(), split.train().y().columns(), new Tanh(), output, loss, Reduction.MEAN);
        return new Setup(network, split, Draw.NORMAL);
    }

    @Override
    public List<Variant> variants(Settings settings) {
        return List.of(
                new Variant("a value, squared error", settings, this::setup),
                classes("21 classes, squared error", settings, new Sigmoid(), new HalfSquaredError()),
                classes("21 classes, cross-entropy", settings, new Softmax(), new CrossEntropy()));
    }

    private static Variant classes(String name, Settings settings, Activation output, Loss loss) {
        return new Variant(name, settings, chosen -> setup(chosen, output, loss, Task.Kind.CLASSIFICATION));
    }

    @Override
    public List<String> findings(List<Run> runs) {
        return runs.stream()
                .map(run -> "%s: off by %s on average (root of the mean square)."
                        .formatted(run.topic().variant().orElseThrow(), Figures.of(error(run))))
                .toList();
    }

    /** The root of the mean of (answer - sin x)^2 over the training points; the answer of a class is its value. */
    private static double error(Run run) {
        double[][] x = Rows.of(run.split().train().x());
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            int sample = i;
            double answer = run.training()
                    .first()
                    .trainAnswers()
                    .map(answers -> Sine.value(answers.classes().get(sample)))
                    .orElseGet(() ->
                            run.training().first().predictions().get(sample).get(0));
            sum += Math.pow(answer - Math.sin(x[i][0]), 2);
        }
        return Math.sqrt(sum / x.length);
    }

    public static void main(String[] args) {
        Handgrad.run(new SineThreeWays(), args);
    }
}
