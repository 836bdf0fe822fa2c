package digits;

import com.google.auto.service.AutoService;
import handgrad.Figures;
import handgrad.cli.Handgrad;
import handgrad.input.data.Digits;
import handgrad.lab.Article;
import handgrad.lab.Experiment;
import handgrad.lab.Setup;
import handgrad.lab.Variant;
import handgrad.lab.result.Run;
import handgrad.network.Reduction;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.train.Settings;
import java.util.List;
import java.util.Set;

/**
 * What does it take to make the digits learnable: smaller pixels, a mean gradient, or another rate?
 *
 * <p>Run it: {@code ./handgrad run digits-fixed}, or this class's {@code main}; it begins where {@code digits-as-written} is.
 *
 * <p>Expect: as written 0.0806 of the test digits are classified correctly after 1,000 epochs. Pixels in 0 to 1 alone do not help:
 * 0.1194. With the mean it is 0.9444, at a loss of 0.402; with a rate of 0.5 too it is 0.9778, at 0.138651. In the
 * first two runs DL4J diverges from the hand engine at the second step: its loss clips outputs that are surely wrong.
 */
@AutoService(Experiment.class)
public final class DigitsFixed implements Experiment {
    @Override
    public String name() {
        return "digits-fixed";
    }

    @Override
    public String question() {
        return "What makes the digits learnable: scaled pixels, a mean gradient, or another rate?";
    }

    @Override
    public Article article() {
        return Article.E;
    }

    @Override
    public int seconds() {
        return 73;
    }

    @Override
    public String expectation() {
        return "Each run keeps what the one before has fixed. A loss that is computed from z comes "
                + "first, and is in all of them: it changes no step, but without it there is no figure to "
                + "look at (the textbook's is lost wherever an output has rounded to 0 or 1). Pixels in 0 "
                + "to 1 bring the sums z of the hidden neurons back to where the sigmoid has a slope, but the "
                + "first step, a sum over 1,437 digits, still throws the outputs to 0 and 1. The mean instead "
                + "of the sum makes the step independent of the number of digits, and the digits are learned. "
                + "Then the rate can be chosen for speed.";
    }

    @Override
    public Settings defaults() {
        return Settings.of(1, 1000, 0.1, 128).withSplitSeed(1);
    }

    @Override
    public int trainingSamples() {
        return Digits.TRAINING_SAMPLES;
    }

    @Override
    public Setup setup(Settings settings) {
        return new DigitsAsWritten().setup(settings);
    }

    @Override
    public Set<String> varied() {
        return Set.of("--learning-rate");
    }

    @Override
    public List<Variant> variants(Settings settings) {
        return List.of(
                new Variant("as written, stable loss", settings, this::setup),
                variant("pixels in 0..1", settings, Reduction.SUM),
                variant("and the mean", settings, Reduction.MEAN),
                variant("and a rate of 0.5", settings.withLearningRate(0.5), Reduction.MEAN));
    }

    private static Variant variant(String name, Settings settings, Reduction reduction) {
        return new Variant(
                name,
                settings,
                chosen -> DigitsNetwork.setup(
                        chosen, new Sigmoid(), new BinaryCrossEntropy(), reduction, Digits.Scale.UNIT));
    }

    @Override
    public List<String> findings(List<Run> runs) {
        return runs.stream()
                .map(run -> "%s: %s of the test digits classified correctly."
                        .formatted(
                                run.topic().variant().orElseThrow(),
                                Figures.share(run.training().first().testScore().orElseThrow())))
                .toList();
    }

    public static void main(String[] args) {
        Handgrad.run(new DigitsFixed(), args);
    }
}
