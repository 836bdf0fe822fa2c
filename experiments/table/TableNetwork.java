package table;

import handgrad.InputException;
import handgrad.input.csv.Memory;
import handgrad.input.csv.Samples;
import handgrad.input.csv.Table;
import handgrad.input.data.Draw;
import handgrad.input.data.Task;
import handgrad.lab.Setup;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.Activation;
import handgrad.network.function.Loss;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.activation.Softmax;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.network.function.loss.CrossEntropy;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.train.Settings;
import java.util.List;
import java.util.stream.Collectors;

/** The network that a table needs: sigmoid inside, an output and a loss that fit the labels, the mean over the batch. */
final class TableNetwork {
    private TableNetwork() {}

    /** One hidden layer of 16, 500 epochs of full batches; a smaller rate for values, whose gradients have no bound. */
    static Settings defaults(Table table) {
        double rate = table.task().kind() == Task.Kind.REGRESSION ? 0.1 : 0.5;
        Settings settings = Settings.of(1, 500, rate, 16);
        return table.tested() > 0 ? settings.withSplitSeed(1) : settings;
    }

    /**
     * The number of outputs: one a class, one for a value, or what was said.
     *
     * @param layers the widths given, the outputs last; empty if none were
     */
    static int outputs(Table table, List<Integer> layers) {
        int classes = table.task().classes().size();
        int fitting = table.task().kind() == Task.Kind.REGRESSION ? 1 : classes;
        int given = layers.isEmpty() ? fitting : layers.get(layers.size() - 1);
        boolean fits = given == fitting || (given == 1 && classes == 2);
        if (!fits) {
            String widths = layers.stream().map(String::valueOf).collect(Collectors.joining(","));
            throw new InputException(
                    table.task().kind() == Task.Kind.REGRESSION
                            ? "--layers %s: expected 1 output, the value of '%s'".formatted(widths, table.label())
                            : "--layers %s: expected %d outputs%s, the classes of '%s'"
                                    .formatted(widths, classes, classes == 2 ? " or 1" : "", table.label()));
        }
        return given;
    }

    /** Refuses a split that lacks something, and more than the machine has room for. */
    static void check(Table table, Settings settings, int outputs) {
        samples(table, settings);
        long hidden = settings.hidden().stream().mapToLong(width -> width).sum();
        Memory.checkTraining(table, table.features() + hidden + outputs);
    }

    static Setup setup(Table table, Settings settings, int outputs) {
        var split = samples(table, settings).split(settings.dataType(), outputs);
        boolean values = table.task().kind() == Task.Kind.REGRESSION;
        boolean single = outputs == 1;
        Activation output = values ? new Identity() : single ? new Sigmoid() : new Softmax();
        Loss loss = values ? new HalfSquaredError() : single ? new BinaryCrossEntropy() : new CrossEntropy();
        var network = Network.dense(
                table.features(), settings.hidden(), outputs, new Sigmoid(), output, loss, Reduction.MEAN);
        return new Setup(network, split, Draw.NORMAL);
    }

    /** What was found out about the table, a sentence each. */
    static List<String> findings(Table table, Settings settings) {
        return samples(table, settings).findings();
    }

    /** Without a test set the order of the samples, which is then of no effect, is that of seed 0. */
    private static Samples samples(Table table, Settings settings) {
        return new Samples(table, settings.splitSeed().orElse(0));
    }
}
