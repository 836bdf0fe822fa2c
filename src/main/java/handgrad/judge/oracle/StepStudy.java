package handgrad.judge.oracle;

import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Samples;
import handgrad.network.compare.Comparison;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far a gradient is from central differences, over their step: for a right one the distance falls with {@code h^2} as
 * the step shrinks, and rises again with {@code 1/h} as rounding takes over; for a wrong one it stays where it is. Made when it
 * is asked for: it takes 22 losses a parameter.
 */
public record StepStudy(Point theta, Samples samples, Point gradient) {
    private static final int SMALLEST = 11;

    /** One step {@code h}, and the largest difference relative to the largest entry of the layer. */
    public record Distance(double step, double maxRelative) {}

    /** At steps of 1e-1 to 1e-11. */
    public List<Distance> points() {
        return IntStream.rangeClosed(1, SMALLEST)
                .mapToObj(k -> distance(Math.pow(10, -k)))
                .toList();
    }

    private Distance distance(double step) {
        Point differences = CentralDifferences.gradient(theta, samples, step);
        return new Distance(
                step, Comparison.of(gradient, differences, Precision.DOUBLE).maxRelative());
    }

    /** The step with the smallest distance. */
    public Distance best() {
        return points().stream()
                .min(Comparator.comparingDouble(Distance::maxRelative))
                .orElseThrow();
    }
}
