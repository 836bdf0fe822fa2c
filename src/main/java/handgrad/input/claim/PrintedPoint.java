package handgrad.input.claim;

import handgrad.network.Point;
import handgrad.network.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Parameters and samples that may have been printed as a claim was. */
record PrintedPoint(Point theta, Samples samples) {
    /**
     * How far each of the parameters, of x and of y may be off. Numbers with fewer digits than those that are claimed count as
     * exact, as 0.5 does beside a gradient in full.
     */
    Optional<double[]> errors(Digits claimed) {
        boolean any = false;
        var errors = DoubleStream.builder();
        for (double[] group : List.of(theta.values(), flat(samples.x()), flat(samples.y()))) {
            Optional<Digits> own = Digits.of(group).filter(digits -> digits.asFineAs(claimed));
            any |= own.isPresent();
            Arrays.stream(own.map(digits -> digits.errors(group)).orElseGet(() -> new double[group.length]))
                    .forEach(errors);
        }
        return any ? Optional.of(errors.build().toArray()) : Optional.empty();
    }

    /** Rows that are claimed, with what their digits leave open. */
    Handed.Tensor tensor(double[]... rows) {
        Optional<Digits> digits = Digits.of(flat(rows));
        double[][] errors = Arrays.stream(rows)
                .map(row -> digits.map(known -> known.errors(row)).orElseGet(() -> new double[row.length]))
                .toArray(double[][]::new);
        return new Handed.Tensor(rows, errors, digits.flatMap(this::errors));
    }

    private static double[] flat(double[]... rows) {
        return Stream.of(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
