package handgrad.input.csv;

import handgrad.InputException;
import handgrad.engine.Batch;
import handgrad.input.data.NumpyRandom;
import handgrad.input.data.Split;
import handgrad.input.data.Standardisation;
import handgrad.input.data.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A table split into training and test set, as {@code train_test_split(test_size=share, random_state=seed)} does it: the
 * first samples of a permutation are the test set. Means and deviations are those of the training set alone.
 */
public final class Samples {
    private final Table table;
    private final long seed;
    private final int[] test;
    private final int[] train;
    private final List<Double> means;
    private final Optional<Standardisation> standardisation;

    /**
     * Splits a table.
     *
     * @throws InputException if the training set is too small, or lacks a class or a feature that the test set has
     */
    public Samples(Table table, long seed) {
        this.table = table;
        this.seed = seed;
        int[] order = new NumpyRandom(seed).permutation(table.samples());
        this.test = Arrays.copyOfRange(order, 0, table.tested());
        this.train = Arrays.copyOfRange(order, table.tested(), order.length);
        if (train.length < 2) {
            throw new InputException("--test-share %s: of %d samples %d %s left to train on, expected at least 2"
                    .formatted(
                            table.options().testShare(),
                            table.samples(),
                            train.length,
                            train.length == 1 ? "is" : "are"));
        }
        checkClasses();
        this.means = table.options().missing() == Missing.MEAN ? means() : List.of();
        this.standardisation = table.options().standardise()
                ? Optional.of(Standardisation.of(
                        IntStream.of(train).mapToObj(this::filled).toArray(double[][]::new)))
                : Optional.empty();
    }

    private void checkClasses() {
        List<String> classes = table.task().classes();
        boolean[] trained = new boolean[classes.size()];
        if (table.task().kind() == Task.Kind.CLASSIFICATION) {
            IntStream.of(train).forEach(i -> trained[(int) table.target().values()[i]] = true);
        }
        for (int k = 0; k < trained.length; k++) {
            if (!trained[k]) {
                throw new InputException(
                        ("%s: with --split-seed %d and --test-share %s the class '%s' occurs only in the test "
                                        + "set, expected another seed or a smaller share")
                                .formatted(
                                        table.options().source().name(),
                                        seed,
                                        table.options().testShare(),
                                        classes.get(k)));
            }
        }
    }

    private List<Double> means() {
        var found = new ArrayList<Double>();
        for (int j = 0; j < table.features(); j++) {
            double sum = 0;
            int count = 0;
            for (int i : train) {
                double value = table.rows()[i][j];
                sum += Double.isNaN(value) ? 0 : value;
                count += Double.isNaN(value) ? 0 : 1;
            }
            if (count == 0) {
                throw new InputException("%s: column '%s' has no value in the training set, expected --ignore=%d"
                        .formatted(
                                table.options().source().name(),
                                table.columns().feature(j),
                                table.columns().features().get(j) + 1));
            }
            found.add(sum / count);
        }
        return found;
    }

    /** A sample's features with means where values are missing. */
    private double[] filled(int i) {
        double[] row = table.rows()[i];
        if (means.isEmpty()) {
            return row;
        }
        return IntStream.range(0, row.length)
                .mapToDouble(j -> Double.isNaN(row[j]) ? means.get(j) : row[j])
                .toArray();
    }

    /**
     * The arrays.
     *
     * @param outputs one for a value or for two classes, else one a class
     */
    public Split split(DataType type, int outputs) {
        Optional<Batch> tested = test.length == 0 ? Optional.empty() : Optional.of(batch(test, type, outputs));
        String python = PythonLines.of(table, seed, outputs);
        return new Split(batch(train, type, outputs), tested, table.task(), python);
    }

    /** Written where it is kept, without a copy on the way. */
    private Batch batch(int[] samples, DataType type, int outputs) {
        return Batch.of(type, samples.length, table.features(), outputs, (i, x, y) -> {
            double[] row = filled(samples[i]);
            for (int j = 0; j < row.length; j++) {
                int column = j;
                x[j] = standardisation.map(by -> by.apply(column, row[column])).orElse(row[j]);
            }
            double target = table.target().values()[samples[i]];
            if (outputs == 1) {
                y[0] = target;
            } else {
                y[(int) target] = 1;
            }
        });
    }

    /** What was found out about the table and its training set, a sentence each. */
    public List<String> findings() {
        var findings = new ArrayList<>(table.findings());
        List<Integer> constant = standardisation.map(Standardisation::constant).orElse(List.of());
        if (!constant.isEmpty()) {
            findings.add("Constant in the training set: %s; deviation taken as 1, so every sample has 0 there."
                    .formatted(constant.stream()
                            .limit(20)
                            .map(feature -> "'" + table.columns().feature(feature) + "'")
                            .collect(Collectors.joining(", "))));
        }
        return findings;
    }
}
