package handgrad.input.claim;

import handgrad.network.Point;
import handgrad.network.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Parameters and samples that may have been printed as a claim was. */
record PrintedPoint(Point theta, Samples samples) {
    /**
     * How far each of the parameters, of x and of y may be off. Numbers with fewer digits than those that are claimed count as
     * exact, as 0.5 does beside a gradient in full.
     */
    Optional<double[]> errors(Digits claimed) {
        List<double[]> groups = List.of(theta.values(), flat(samples.x()), flat(samples.y()));
        // One group alone may be so small that all of its numbers happen to end with a 0.
        Optional<Digits> all =
                groups.stream().flatMap(group -> Digits.of(group).stream()).reduce(Digits::finer);
        return all.filter(digits -> digits.asFineAs(claimed)).map(digits -> groups.stream()
                .flatMapToDouble(group ->
                        Arrays.stream(Digits.of(group).isPresent() ? digits.errors(group) : new double[group.length]))
                .toArray());
    }

    /**
     * Rows that are claimed, with what their digits leave open.
     *
     * @param beside the digits of the gradient, for numbers such as 1.0 that do not show their own
     */
    Handed.Tensor tensor(Optional<Digits> beside, double[]... rows) {
        double[] all = flat(rows);
        boolean whole = Arrays.stream(all).allMatch(number -> number == Math.rint(10 * number) / 10);
        Optional<Digits> digits = whole ? beside : Digits.of(all);
        double[][] errors = Arrays.stream(rows)
                .map(row -> digits.map(known -> known.errors(row)).orElseGet(() -> new double[row.length]))
                .toArray(double[][]::new);
        return new Handed.Tensor(rows, errors, digits.flatMap(this::errors));
    }

    private static double[] flat(double[]... rows) {
        return Stream.of(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
