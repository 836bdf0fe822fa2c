package sign;

import com.google.auto.service.AutoService;
import handgrad.cli.Handgrad;
import handgrad.input.data.Sampling;
import handgrad.lab.Article;
import handgrad.lab.EngineKind;
import handgrad.lab.Experiment;
import handgrad.lab.Setup;
import handgrad.train.Settings;
import java.util.List;

/**
 * Does the network 1-3-1 learn the sign of a number, once its program is fixed?
 *
 * <p>Run it: {@code ./handgrad run sign}, or this class's {@code main}; what was wrong with it: {@code sign-faults}.
 *
 * <p>Expect: a loss of 0.154921 at the start and 1.41e-04 after 10,500 steps. All numbers from -10 to 10 are told
 * right at every step observed from 30 on. The answers at 0 and 1, on the two sides of the step, stay the least sure:
 * 0.031 and 0.971, where those at -1 and 2 are 0.003 and 0.993.
 */
@AutoService(Experiment.class)
public final class Sign implements Experiment {
    @Override
    public String name() {
        return "sign";
    }

    @Override
    public String question() {
        return "Does a small network learn the sign of a number, once its program is fixed?";
    }

    @Override
    public Article article() {
        return Article.D;
    }

    @Override
    public int seconds() {
        return 8;
    }

    @Override
    public String expectation() {
        return "Yes. It learns from the whole numbers -3 to 3, one drawn at random in each step, and "
                + "answers right for all from -10 to 10: the sigmoids only have to move their step to "
                + "between 0 and 1. The answers on the two sides of the step, at 0 and 1, stay the least "
                + "sure.";
    }

    @Override
    public Settings defaults() {
        return Settings.of(1, 1500, 0.5, 3).withSampling(Sampling.online());
    }

    @Override
    public List<EngineKind> engines() {
        return List.of(EngineKind.HAND, EngineKind.DL4J, EngineKind.SCALAR);
    }

    @Override
    public int trainingSamples() {
        return SignNetwork.SAMPLES;
    }

    @Override
    public Setup setup(Settings settings) {
        return SignNetwork.setup(settings);
    }

    public static void main(String[] args) {
        Handgrad.run(new Sign(), args);
    }
}
