package table;

import com.google.auto.service.AutoService;
import handgrad.cli.Handgrad;
import handgrad.input.csv.CsvOptions;
import handgrad.input.csv.OptionWords;
import handgrad.input.csv.Table;
import handgrad.input.csv.Wine;
import handgrad.lab.Article;
import handgrad.lab.EngineKind;
import handgrad.lab.Experiment;
import handgrad.lab.Setup;
import handgrad.lab.Tabular;
import handgrad.lab.result.Run;
import handgrad.train.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How well does a network learn a table of your own?
 *
 * <p>Run it: {@code ./handgrad run csv --data FILE --label COLUMN}, or this class's {@code main}; without {@code --data} on
 * the wines shipped with the program.
 *
 * <p>Expect: on the wines, with seed 1, the loss is 2.464847 at the start, 0.199430 after 20 epochs and 0.008468 after 500; all
 * 142 of the training set and all 36 of the test set are then classified correctly. With other seeds, 32 to 36 of the test set are.
 * {@code --label alcohol --ignore class} learns a value instead, with an R² of 0.73 in training and 0.31 in the test.
 */
@AutoService(Experiment.class)
public final class AnyTable implements Tabular {
    private final Table table;
    private final List<Integer> layers;
    private final List<String> arguments;

    /** On the wines. */
    public AnyTable() {
        this(Wine.options(), List.of());
    }

    /**
     * On any table, which is read at once.
     *
     * @param layers the widths of the hidden layers and, last, of the output; empty for 16 and what fits the labels
     * @throws handgrad.InputException if nothing can be learnt from the table, or if the outputs do not fit it
     */
    public AnyTable(CsvOptions options, List<Integer> layers) {
        this.table = Table.read(options);
        this.layers = List.copyOf(layers);
        this.arguments = words(options, layers);
        TableNetwork.outputs(table, layers);
    }

    private static List<String> words(CsvOptions options, List<Integer> layers) {
        var words = new ArrayList<>(OptionWords.of(options));
        if (!layers.isEmpty()) {
            words.add("--layers");
            words.add(layers.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        return List.copyOf(words);
    }

    @Override
    public Experiment on(CsvOptions options, List<Integer> widths) {
        return new AnyTable(options, widths);
    }

    @Override
    public CsvOptions own() {
        return Wine.options();
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String question() {
        return "How well does a network learn '%s' in %s?"
                .formatted(table.label(), table.options().source().name());
    }

    @Override
    public Article article() {
        return Article.E;
    }

    @Override
    public int seconds() {
        return 1;
    }

    @Override
    public String expectation() {
        return "All 178 wines, of the training set and of the test set, are classified correctly after 500 epochs with seed 1.";
    }

    /** Of the wines alone: nobody knows what to expect of another table. */
    @Override
    public boolean isExpected(Settings settings, List<EngineKind> kinds) {
        return table.options().equals(Wine.options()) && layers.isEmpty() && Tabular.super.isExpected(settings, kinds);
    }

    @Override
    public Settings defaults() {
        Settings settings = TableNetwork.defaults(table);
        return layers.isEmpty() ? settings : settings.withHidden(layers.subList(0, layers.size() - 1));
    }

    @Override
    public int trainingSamples() {
        return table.trained();
    }

    @Override
    public void check(Settings settings) {
        TableNetwork.check(table, settings, TableNetwork.outputs(table, layers));
    }

    @Override
    public Setup setup(Settings settings) {
        return TableNetwork.setup(table, settings, TableNetwork.outputs(table, layers));
    }

    @Override
    public List<String> arguments() {
        return arguments;
    }

    @Override
    public List<String> findings(List<Run> runs) {
        return TableNetwork.findings(table, runs.get(0).settings());
    }

    public static void main(String[] args) {
        Handgrad.run(new AnyTable(), args);
    }
}
