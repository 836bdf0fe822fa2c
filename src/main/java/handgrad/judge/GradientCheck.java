package handgrad.judge;

import handgrad.engine.Engine;
import handgrad.engine.LossGradient;
import handgrad.network.Batch;
import handgrad.network.Parameters;
import handgrad.network.compare.Comparison;
import handgrad.network.compare.Difference;
import handgrad.network.compare.Tolerance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The gradients of engines at one point, each against the first engine's and against central differences.
 *
 * @param samples on which the engines were compared with each other
 * @param fewSamples on which they were compared with central differences
 * @param parameters how many there are; every one was compared
 */
public record GradientCheck(int samples, int fewSamples, int parameters, List<Pair> pairs) {
    /** The name of the oracle as one side of a pair. */
    public static final String ORACLE = "forward mode";

    /** The name of the second oracle. */
    public static final String CENTRAL_DIFFERENCES = "central differences";

    public GradientCheck {
        pairs = List.copyOf(pairs);
    }

    /**
     * One gradient against another, which gives the scale.
     *
     * @param relative how far off an entry may be, relative to the largest entry of its layer
     * @param absolute how far off it may be besides, in whatever layer
     */
    public record Pair(String left, String right, Comparison comparison, double relative, double absolute) {
        public boolean passes() {
            return comparison.blocks().stream().allMatch(block -> excess(block) <= 1);
        }

        /** The block that is furthest off, measured by what it may be. */
        public Difference worst() {
            return comparison.blocks().stream()
                    .max(Comparator.comparingDouble(this::excess).thenComparingDouble(Difference::maxRelative))
                    .orElseThrow();
        }

        /** How far off the worst block may be, relative to the largest entry of its layer. */
        public double tolerance() {
            return relative + absolute / scale(worst());
        }

        private double excess(Difference block) {
            return block.maxRelative() == 0 ? 0 : block.maxAbsolute() / (relative * scale(block) + absolute);
        }

        /** The largest entry of the block's layer; unknown, and not needed, where nothing differs. */
        private static double scale(Difference block) {
            return block.maxRelative() == 0 ? Double.POSITIVE_INFINITY : block.maxAbsolute() / block.maxRelative();
        }
    }

    /** Checks engines that stand at the same point, on one batch. */
    public static GradientCheck of(List<Engine> engines, Batch batch) {
        return of(engines, batch, batch);
    }

    /**
     * Checks engines that stand at the same point.
     *
     * @param all samples on which the engines are compared with each other; where they differ, each with the oracle too
     * @param few samples, for central differences, which cost two losses a parameter and sample
     */
    public static GradientCheck of(List<Engine> engines, Batch all, Batch few) {
        Parameters theta = engines.get(0).parameters();
        double tolerance = Tolerance.gradient(theta.dataType());
        var pairs = new ArrayList<Pair>();
        var whole = engines.stream().map(engine -> engine.gradient(all)).toList();
        for (int i = 1; i < engines.size(); i++) {
            var comparison = Comparison.of(whole.get(0).gradient(), whole.get(i).gradient());
            pairs.add(new Pair(engines.get(0).name(), engines.get(i).name(), comparison, tolerance, 0));
        }
        if (!pairs.stream().allMatch(Pair::passes)) {
            Parameters oracle = ForwardMode.gradient(theta, all);
            for (int i = 0; i < engines.size(); i++) {
                var comparison = Comparison.of(whole.get(i).gradient(), oracle);
                pairs.add(new Pair(engines.get(i).name(), ORACLE, comparison, tolerance, 0));
            }
        }
        Parameters differences = CentralDifferences.gradient(theta, few);
        for (Engine engine : engines) {
            pairs.add(againstDifferences(engine, engine.gradient(few), differences, tolerance));
        }
        return new GradientCheck(all.n(), few.n(), theta.network().size(), pairs);
    }

    private static Pair againstDifferences(Engine engine, LossGradient own, Parameters differences, double tolerance) {
        var comparison = Comparison.of(own.gradient(), differences);
        double uncertainty = CentralDifferences.uncertainty(own.loss());
        return new Pair(engine.name(), CENTRAL_DIFFERENCES, comparison, tolerance, uncertainty);
    }

    public boolean passes() {
        return pairs.stream().allMatch(Pair::passes);
    }
}
