package xor;

import com.google.auto.service.AutoService;
import handgrad.cli.Handgrad;
import handgrad.input.data.Xor;
import handgrad.lab.Article;
import handgrad.lab.Experiment;
import handgrad.lab.Setup;
import handgrad.lab.Variant;
import handgrad.train.Settings;
import handgrad.train.Stopping;
import java.util.List;
import java.util.Set;

/**
 * When should training end: at a small loss, at a small step, or after a fixed number of epochs?
 *
 * <p>Run it: {@code ./handgrad run xor-stopping}, or this class's {@code main}. Any other run takes {@code --stop-loss} and
 * {@code --stop-step}.
 *
 * <p>Expect: with seed 4 the loss is below 0.05 after 2,381 steps, and no parameter moves by 0.001 any more after
 * 2,563, at a loss of 0.0450; all 6,000 epochs end at 0.0149. With seed 1 the loss is never below 0.05 and is 1.398
 * after all epochs; the step is below 0.001 after 1,941 of them, at a loss of 1.432 and two right answers of four.
 */
@AutoService(Experiment.class)
public final class XorStopping implements Experiment {
    @Override
    public String name() {
        return "xor-stopping";
    }

    @Override
    public String question() {
        return "When should training end: at a small loss, at a small step, or after some epochs?";
    }

    @Override
    public Article article() {
        return Article.C;
    }

    @Override
    public int seconds() {
        return 15;
    }

    @Override
    public String expectation() {
        return "Each of the three ends a run, and the record says which. A small loss is what one wants. "
                + "A small step says only that the parameters hardly move: on the plateau of seed 1, which "
                + "never learns, the steps become small although the loss is not. A maximum of epochs is "
                + "the last resort.";
    }

    @Override
    public Settings defaults() {
        return Settings.of(4, 6000, 0.1, 3);
    }

    @Override
    public int trainingSamples() {
        return Xor.SAMPLES;
    }

    @Override
    public Setup setup(Settings settings) {
        return new XorCrossEntropy().setup(settings);
    }

    @Override
    public Set<String> varied() {
        return Set.of("--seed", "--stop-loss", "--stop-step");
    }

    @Override
    public List<Variant> variants(Settings settings) {
        Settings stuck = settings.withSeed(1);
        return List.of(
                variant("seed 4, loss below 0.05", settings.withStopping(Stopping.belowLoss(0.05))),
                variant("seed 4, step below 0.001", settings.withStopping(Stopping.belowStep(0.001))),
                variant("seed 4, all epochs", settings.withStopping(Stopping.never())),
                variant("seed 1, loss below 0.05", stuck.withStopping(Stopping.belowLoss(0.05))),
                variant("seed 1, step below 0.001", stuck.withStopping(Stopping.belowStep(0.001))));
    }

    private Variant variant(String name, Settings settings) {
        return new Variant(name, settings, this::setup);
    }

    public static void main(String[] args) {
        Handgrad.run(new XorStopping(), args);
    }
}
