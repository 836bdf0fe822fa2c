package handgrad.judge;

import handgrad.network.Batch;
import handgrad.network.Parameters;
import handgrad.network.compare.Comparison;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far a gradient is from central differences, over their step: for a right one the distance falls with {@code h^2} as
 * the step shrinks, and rises again with {@code 1/h} as rounding takes over; for a wrong one it stays where it is.
 */
public record StepStudy(List<Point> points) {
    private static final int SMALLEST = 11;

    /** One step {@code h}, and the largest difference relative to the largest entry of the layer. */
    public record Point(double step, double maxRelative) {}

    public StepStudy {
        points = List.copyOf(points);
    }

    /** Steps of 1e-1 to 1e-11. */
    public static StepStudy of(Parameters theta, Batch batch, Parameters gradient) {
        return new StepStudy(IntStream.rangeClosed(1, SMALLEST)
                .mapToObj(k -> point(theta, batch, gradient, Math.pow(10, -k)))
                .toList());
    }

    private static Point point(Parameters theta, Batch batch, Parameters gradient, double step) {
        Parameters differences = CentralDifferences.gradient(theta, batch, step);
        return new Point(step, Comparison.of(gradient, differences).maxRelative());
    }

    /** The step with the smallest distance. */
    public Point best() {
        return points.stream()
                .min(Comparator.comparingDouble(Point::maxRelative))
                .orElseThrow();
    }
}
