package sine;

import com.google.auto.service.AutoService;
import handgrad.Figures;
import handgrad.cli.Handgrad;
import handgrad.input.data.Draw;
import handgrad.lab.Article;
import handgrad.lab.Experiment;
import handgrad.lab.Setup;
import handgrad.lab.Variant;
import handgrad.lab.result.Learning;
import handgrad.lab.result.Run;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.Tanh;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.train.Settings;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How large may the learning rate be?
 *
 * <p>Run it: {@code ./handgrad run learning-rates}, or this class's {@code main}.
 *
 * <p>Expect: losses after 2,000 steps of 0.281 with the rate 0.0001, 0.0318 with 0.001, 0.0129 with 0.01, 8.33e-04
 * with 0.1 and 3.06e-04 with 0.2, the best. With 0.3 the loss goes up and down and ends at 0.00156. With 0.5 it is no
 * longer finite after 384 steps, with 1 after 231.
 */
@AutoService(Experiment.class)
public final class LearningRates implements Experiment {
    @Override
    public String name() {
        return "learning-rates";
    }

    @Override
    public String question() {
        return "How large may the learning rate be?";
    }

    @Override
    public Article article() {
        return Article.C;
    }

    @Override
    public int seconds() {
        return 12;
    }

    @Override
    public String expectation() {
        return "Too small a rate makes the same curve, only slower. A larger one is quicker, up to the "
                + "point where a step overshoots: where the rate times the curvature of the loss exceeds 2, "
                + "each step lands higher up on the other side, and the loss grows until it is no longer "
                + "finite. The output here is not squashed by a sigmoid, so that nothing stops it. Just below that "
                + "point the loss goes up and down.";
    }

    @Override
    public Settings defaults() {
        return Settings.of(1, 2000, 0.1, 10);
    }

    @Override
    public int trainingSamples() {
        return Sine.SAMPLES;
    }

    @Override
    public Setup setup(Settings settings) {
        var network = Network.dense(
                1, settings.hidden(), 1, new Tanh(), new Identity(), new HalfSquaredError(), Reduction.MEAN);
        return new Setup(network, Sine.values(settings.dataType()), Draw.NORMAL);
    }

    @Override
    public Set<String> varied() {
        return Set.of("--learning-rate");
    }

    @Override
    public List<Variant> variants(Settings settings) {
        return Stream.of("0.0001", "0.001", "0.01", "0.1", "0.2", "0.3", "0.5", "1")
                .map(rate -> new Variant(rate, settings.withLearningRate(Double.parseDouble(rate)), this::setup))
                .toList();
    }

    @Override
    public List<String> findings(List<Run> runs) {
        String best = runs.stream()
                .filter(run -> !diverged(run))
                .min(Comparator.comparingDouble(run -> run.shown().loss()))
                .map(LearningRates::best)
                .orElse("Every rate diverges.");
        String lost = runs.stream()
                .filter(LearningRates::diverged)
                .map(LearningRates::end)
                .collect(Collectors.joining("; "));
        return List.of(best, lost.isEmpty() ? "No rate diverges." : "Diverged: " + lost + ".");
    }

    private static String best(Run run) {
        return "The lowest loss, %s after %s, has the rate %s."
                .formatted(
                        Figures.of(run.shown().loss()),
                        Figures.count(run.training().steps(), "step"),
                        rate(run));
    }

    private static boolean diverged(Run run) {
        return run.learning() == Learning.DIVERGED;
    }

    private static String end(Run run) {
        return "%s, to a loss of %s after %s"
                .formatted(
                        rate(run),
                        Figures.of(run.shown().loss()),
                        Figures.count(run.training().steps(), "step"));
    }

    private static String rate(Run run) {
        return run.topic().variant().orElseThrow();
    }

    /** That the largest rates lose their run is the point. */
    @Override
    public boolean succeeds(Run run) {
        return run.gradientsAtStart().passes();
    }

    public static void main(String[] args) {
        Handgrad.run(new LearningRates(), args);
    }
}
