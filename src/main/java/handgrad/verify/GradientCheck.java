package handgrad.verify;

import handgrad.compare.Comparison;
import handgrad.compare.Difference;
import handgrad.compare.Tolerance;
import handgrad.engine.Engine;
import handgrad.engine.LossGradient;
import handgrad.network.Batch;
import handgrad.network.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The gradients of engines at one point, each against the first engine's and against central differences.
 *
 * @param samples the size of the batch they were taken on
 * @param parameters how many there are; every one was compared
 */
public record GradientCheck(int samples, int parameters, List<Pair> pairs) {
    public GradientCheck {
        pairs = List.copyOf(pairs);
    }

    /**
     * One gradient against another, which gives the scale.
     *
     * @param tolerance relative to the largest entry of a layer
     */
    public record Pair(String left, String right, Comparison comparison, double tolerance) {
        public boolean passes() {
            return comparison.within(tolerance);
        }

        public Difference worst() {
            return comparison.worst();
        }
    }

    /** Checks engines that stand at the same point. */
    public static GradientCheck of(List<Engine> engines, Batch batch) {
        var gradients = engines.stream().map(engine -> engine.gradient(batch)).toList();
        Parameters theta = engines.get(0).parameters();
        double tolerance = Tolerance.gradient(theta.dataType());
        var pairs = new ArrayList<Pair>();
        for (int i = 1; i < engines.size(); i++) {
            var comparison =
                    Comparison.of(gradients.get(0).gradient(), gradients.get(i).gradient());
            pairs.add(new Pair(engines.get(0).name(), engines.get(i).name(), comparison, tolerance));
        }
        Parameters differences = CentralDifferences.gradient(theta, batch);
        for (int i = 0; i < engines.size(); i++) {
            pairs.add(againstDifferences(engines.get(i), gradients.get(i), differences, tolerance));
        }
        return new GradientCheck(batch.n(), theta.network().size(), pairs);
    }

    private static Pair againstDifferences(Engine engine, LossGradient own, Parameters differences, double tolerance) {
        var comparison = Comparison.of(own.gradient(), differences);
        double uncertainty = CentralDifferences.uncertainty(own.loss());
        double relative = uncertainty / smallestScale(differences);
        return new Pair(engine.name(), "central differences", comparison, tolerance + relative);
    }

    /** The largest entry of the layer in which it is smallest, of the layers that have a gradient at all. */
    private static double smallestScale(Parameters gradient) {
        return IntStream.range(0, gradient.network().depth())
                .mapToDouble(l -> Math.max(
                        gradient.weights(l).amaxNumber().doubleValue(),
                        gradient.bias(l).amaxNumber().doubleValue()))
                .filter(scale -> scale > 0)
                .min()
                .orElse(1);
    }

    public boolean passes() {
        return pairs.stream().allMatch(Pair::passes);
    }
}
