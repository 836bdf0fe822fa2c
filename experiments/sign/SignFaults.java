package sign;

import com.google.auto.service.AutoService;
import handgrad.Figures;
import handgrad.cli.Handgrad;
import handgrad.lab.Article;
import handgrad.lab.Experiment;
import handgrad.lab.Setup;
import handgrad.lab.Variant;
import handgrad.lab.own.Trainee;
import handgrad.lab.result.Run;
import handgrad.lab.result.Verdict;
import handgrad.train.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What did each fault of the program that would not learn sign(x) do, and is it found?
 *
 * <p>Run it: {@code ./handgrad run sign-faults}, or this class's {@code main}. Four gradients, one fault in each, take part as
 * an engine named {@code own} beside hand and DL4J.
 *
 * <p>Expect: each of the four is caught at the start and named. Trained along it the loss ends at 0.00335 without
 * biases, at 0.00177 with elementwise products, at 0.286 without a forward pass and at 7.53e-04 with the same update
 * in both layers; along the right gradient at 0.00109. Three of the four answer right for all seven numbers all the
 * same: a loss that falls proves no gradient.
 */
@AutoService(Experiment.class)
public final class SignFaults implements Experiment {
    @Override
    public String name() {
        return "sign-faults";
    }

    @Override
    public String question() {
        return "What did each fault of the program that would not learn sign(x) do, and is it found?";
    }

    @Override
    public Article article() {
        return Article.D;
    }

    @Override
    public int seconds() {
        return 21;
    }

    @Override
    public String expectation() {
        return "Every fault is caught at the starting point, where the faulty gradient is held against "
                + "central differences, and is named by what its gradient looks like. Training along it "
                + "shows what it does. Without a forward pass the output's weights never learn, and its bias "
                + "grows until the answer is 1 for every number. The other three lead to the right answers "
                + "all the same, one with a lower loss than the right gradient's: this task forgives much, and "
                + "a loss that falls is no proof of a gradient.";
    }

    private static final String FIXED = "fixed";

    @Override
    public Settings defaults() {
        return Settings.of(1, 2000, 0.5, 3);
    }

    @Override
    public int trainingSamples() {
        return SignNetwork.SAMPLES;
    }

    @Override
    public Setup setup(Settings settings) {
        return SignNetwork.setup(settings);
    }

    /** The faulty programs know plain descent only. */
    @Override
    public Set<String> varied() {
        return Set.of("--updater", "--l2");
    }

    @Override
    public List<Variant> variants(Settings settings) {
        var faulty = Arrays.stream(SignFault.values())
                .map(fault -> new Variant(
                        fault.title(), settings, chosen -> setup(chosen).beside(Trainee.of(new SignBackprop(fault)))));
        return Stream.concat(Stream.of(new Variant(FIXED, settings, this::setup)), faulty)
                .toList();
    }

    @Override
    public List<String> findings(List<Run> runs) {
        return runs.stream().map(SignFaults::finding).toList();
    }

    private static String finding(Run run) {
        double loss = run.shown().loss();
        String named = run.gradientsAtStart().passes()
                ? "The gradients agree."
                : run.findings().stream().findFirst().orElse("The gradients differ.");
        return "%s: trained along it, the loss ends at %s. %s"
                .formatted(run.topic().variant().orElseThrow(), Figures.of(loss), named);
    }

    /** A planted fault must be caught. */
    @Override
    public boolean succeeds(Run run) {
        boolean fixed = run.topic().variant().orElse(FIXED).equals(FIXED);
        return fixed ? run.verdict().success() : run.verdict() == Verdict.GRADIENTS_DIFFER;
    }

    public static void main(String[] args) {
        Handgrad.run(new SignFaults(), args);
    }
}
