package table;

import com.google.auto.service.AutoService;
import handgrad.cli.Handgrad;
import handgrad.input.csv.Table;
import handgrad.input.csv.Wine;
import handgrad.lab.Article;
import handgrad.lab.Experiment;
import handgrad.lab.Setup;
import handgrad.lab.Variant;
import handgrad.lab.result.Run;
import handgrad.train.Settings;
import handgrad.train.TrainingRecord;
import java.util.List;
import java.util.Locale;

/**
 * How much does standardising the inputs help?
 *
 * <p>Run it: {@code ./handgrad run standardisation}, or this class's {@code main}.
 *
 * <p>Expect: on the wines, after 500 epochs from the same start, a loss of 1.08481 as measured and 0.00846823 standardised; in
 * training 0.4085 and 1.0000 are right, in the test 0.3611 and 1.0000. As measured, every wine is taken for one of the most
 * frequent cultivar. With other seeds the test has 0.25 to 0.39 as measured, 0.89 to 1.00 standardised.
 */
@AutoService(Experiment.class)
public final class Standardising implements Experiment {
    private final Table wine = Table.read(Wine.options());

    @Override
    public String name() {
        return "standardisation";
    }

    @Override
    public String question() {
        return "How much does standardising the inputs help?";
    }

    @Override
    public Article article() {
        return Article.C;
    }

    @Override
    public int seconds() {
        return 2;
    }

    @Override
    public String expectation() {
        return "On 178 wines it decides everything. Proline is measured in hundreds, hue around 1: as measured, the sums of the "
                + "hidden neurons are in the hundreds, the sigmoids are 0 or 1 for every wine, and their gradients vanish. "
                + "Standardised, no measurement outweighs another, and the same network learns in a few dozen epochs.";
    }

    @Override
    public Settings defaults() {
        return TableNetwork.defaults(wine);
    }

    @Override
    public int trainingSamples() {
        return wine.trained();
    }

    @Override
    public Setup setup(Settings settings) {
        return setup(settings, true);
    }

    private Setup setup(Settings settings, boolean standardised) {
        Table table = wine.standardised(standardised);
        return TableNetwork.setup(table, settings, TableNetwork.outputs(table, List.of()));
    }

    @Override
    public List<Variant> variants(Settings settings) {
        return List.of(
                new Variant("as measured", settings, same -> setup(same, false)),
                new Variant("standardised", settings, same -> setup(same, true)));
    }

    @Override
    public List<String> findings(List<Run> runs) {
        return runs.stream().map(Standardising::finding).toList();
    }

    private static String finding(Run run) {
        TrainingRecord.Result first = run.training().first();
        return String.format(
                Locale.ROOT,
                "%s: after %d epochs the loss is %.4g; %.1f %% of the training set and %.1f %% of the test set are right.",
                run.topic().variant().orElseThrow(),
                run.settings().epochs(),
                first.loss(),
                100 * first.trainScore(),
                100 * first.testScore().orElse(Double.NaN));
    }

    public static void main(String[] args) {
        Handgrad.run(new Standardising(), args);
    }
}
