package handgrad.judge.accumulation;

import handgrad.judge.function.LeastSquares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The weights of an answer that no known way gives: {@code min sum_i ((g_i - sum_k c_k G_ki - beta h_i) / t_i)^2}, with h the answer to
 * the batch before and t what rounding may do to an entry. They are taken where they explain every entry down to rounding, and
 * where rounding leaves them certain.
 *
 * @param weights {@code c_k}, and last beta where there was a batch before
 * @param spread how far each may be off
 */
record FreeFit(Given given, double[] weights, double[] spread) {
    /** A weight is told where that share of the largest is certain. */
    private static final double CERTAIN = 0.01;

    /** Empty where no weights explain the answer, or where several do: the micro-batches' gradients depend on each other. */
    static Optional<FreeFit> of(Given given) {
        int entries = given.claim().length;
        double[] unit = new double[entries];
        double[] ones = new double[given.split().count()];
        Arrays.fill(ones, given.rightWeight());
        for (int i = 0; i < entries; i++) {
            unit[i] = Math.max(given.tolerance(ones, i), Double.MIN_NORMAL);
        }
        List<double[]> columns = columns(given);
        var squares = LeastSquares.of(
                columns.stream().map(column -> over(column, unit)).toList());
        if (squares.used().size() < columns.size() || entries <= columns.size()) {
            return Optional.empty();
        }
        double[] weights = squares.coefficients(over(given.claim(), unit));
        var exact = new FreeFit(given, weights, new double[weights.length]);
        var near = new FreeFit(given, weights, squares.spread(over(exact.rounding(), unit)));
        var fit = new FreeFit(given, weights, squares.spread(over(near.rounding(), unit)));
        return fit.explains(columns) && fit.certain() ? Optional.of(fit) : Optional.empty();
    }

    private static List<double[]> columns(Given given) {
        var columns = new ArrayList<double[]>();
        given.parts().forEach(part -> columns.add(part.gradient()));
        given.before().ifPresent(before -> columns.add(before.claim()));
        return columns;
    }

    private static double[] over(double[] values, double[] unit) {
        return IntStream.range(0, unit.length)
                .mapToDouble(i -> values[i] / unit[i])
                .toArray();
    }

    /** What rounding may do to each entry, whatever the weights are within their spread. */
    private double[] rounding() {
        double[] most = IntStream.range(0, given.split().count())
                .mapToDouble(k -> Math.abs(weights[k]) + spread[k])
                .toArray();
        int last = weights.length - 1;
        double beta = Math.abs(weights[last]) + spread[last];
        return IntStream.range(0, given.claim().length)
                .mapToDouble(i -> given.tolerance(most, i)
                        + given.before()
                                .map(before -> given.rounding(beta * before.claim()[i]))
                                .orElse(0.0))
                .toArray();
    }

    private boolean explains(List<double[]> columns) {
        double[] rounding = rounding();
        double[] rest = rest(columns);
        for (int i = 0; i < rounding.length; i++) {
            double allowed = rounding[i];
            for (int k = 0; k < weights.length; k++) {
                allowed += spread[k] * Math.abs(columns.get(k)[i]);
            }
            if (!(Math.abs(rest[i]) <= allowed)) {
                return false;
            }
        }
        return true;
    }

    private double[] rest(List<double[]> columns) {
        double[] rest = given.claim().clone();
        for (int i = 0; i < rest.length; i++) {
            for (int k = 0; k < weights.length; k++) {
                rest[i] -= weights[k] * columns.get(k)[i];
            }
        }
        return rest;
    }

    /** The largest difference, relative to the largest entry. */
    double residual() {
        return largest(rest(columns(given))) / largest(given.claim());
    }

    private static double largest(double... values) {
        return DoubleStream.of(values).map(Math::abs).max().orElse(0);
    }

    private boolean certain() {
        return DoubleStream.of(spread).allMatch(each -> each <= CERTAIN * largest(weights));
    }

    /** {@code c_k} of the micro-batches alone. */
    double[] ofParts() {
        return Arrays.copyOf(weights, given.split().count());
    }

    /** Whether all micro-batches have the same weight: then it is no matter of adding up. */
    boolean isUniform() {
        return ratio(k -> 1).filter(ratio -> ratio.isAbout(1)).isPresent();
    }

    /**
     * How many times as much each micro-batch counts as the one before, where that is always the same.
     *
     * @param size what its weight is taken times
     */
    Optional<Ratio> ratio(IntToDoubleFunction size) {
        double first = Double.NaN;
        double error = 0;
        for (int k = 0; k + 1 < given.split().count(); k++) {
            double ratio = weights[k + 1] * size.applyAsDouble(k + 1) / weights[k] / size.applyAsDouble(k);
            double off =
                    Math.abs(ratio) * (spread[k] / Math.abs(weights[k]) + spread[k + 1] / Math.abs(weights[k + 1]));
            first = k == 0 ? ratio : first;
            error = Math.max(error, 2 * off);
            if (!(Math.abs(ratio - first) <= error)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Ratio(first, error));
    }

    /** A number, and how far it may be off. */
    record Ratio(double value, double error) {
        boolean isAbout(double other) {
            return Math.abs(value - other) <= error;
        }
    }

    /** A row for each micro-batch, and one for the answer before where something is left of it. */
    List<Counted> counted() {
        var rows = new ArrayList<>(Counted.all(given, ofParts()));
        int count = given.split().count();
        given.before()
                .filter(before -> Math.abs(weights[count]) > spread[count])
                .ifPresent(before -> rows.add(
                        new Counted("answer to the batch before", before.split().n(), weights[count], 0)));
        return rows;
    }
}
