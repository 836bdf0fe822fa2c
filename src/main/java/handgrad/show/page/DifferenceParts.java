package handgrad.show.page;

import handgrad.engine.Parameters;
import handgrad.lab.result.OwnRecord;
import handgrad.lab.result.Run;
import handgrad.network.Block;
import handgrad.network.compare.Comparison;
import handgrad.network.compare.Difference;
import handgrad.network.compare.Tolerance;
import handgrad.train.Observation;
import handgrad.train.TrainingRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Where gradients differ: by block over the steps, and entry by entry at the end. */
final class DifferenceParts {
    /** Maps of larger matrices would be most of the page, and finer than a screen. */
    static final int LARGEST_MAP = 20_000;

    private DifferenceParts() {}

    record ByBlock(String against, List<Long> steps, List<String> blocks, List<List<Double>> values) {}

    record Worst(int row, int column, double left, double right) {}

    /** @param share row by row, log10 of the difference over what is allowed; null where two entries are equal to the last bit */
    record WeightMap(String against, String block, int rows, int columns, List<Double> share, Worst worst) {}

    static Map<String, Object> of(Run run) {
        TrainingRecord training = run.training();
        var parts = new LinkedHashMap<String, Object>();
        int pairs = training.divergences().size();
        parts.put("parameterTolerance", pairs == 0 ? null : run.settings().tolerance());
        parts.put(
                "gradientDifferences",
                IntStream.range(0, pairs).mapToObj(i -> byBlock(run, i)).toList());
        parts.put(
                "gradientTolerance",
                pairs == 0 ? null : Tolerance.gradient(run.settings().precision()));
        var ends = training.last().pairs();
        parts.put(
                "weightMaps",
                IntStream.range(0, pairs)
                        .filter(i -> comparable(run, ends.get(i)))
                        .mapToObj(i -> maps(training, i))
                        .flatMap(List::stream)
                        .toList());
        parts.put(
                "apartAtTheEnd",
                ends.stream()
                        .filter(pair -> !training.together(pair))
                        .map(Observation.Pair::other)
                        .toList());
        return parts;
    }

    private static ByBlock byBlock(Run run, int pair) {
        TrainingRecord training = run.training();
        List<Block> blocks = run.network().blocks();
        var values = IntStream.range(0, blocks.size())
                .mapToObj(k -> training.observations().stream()
                        .map(seen -> difference(run, seen.pairs().get(pair), k))
                        .toList())
                .toList();
        return new ByBlock(
                training.divergences().get(pair).other(),
                Series.steps(training),
                blocks.stream().map(Block::symbol).toList(),
                values);
    }

    /** Where the hand engine's gradient was observed in the place of somebody's own, to compare it says nothing. */
    private static boolean comparable(Run run, Observation.Pair pair) {
        boolean itsOwn = run.own().map(OwnRecord::observed).orElse(true);
        return (itsOwn || !pair.other().equals(Run.OWN)) && run.training().together(pair);
    }

    /** Null where the two stand at two points, or are the same engine's. */
    private static Double difference(Run run, Observation.Pair pair, int block) {
        return comparable(run, pair)
                ? (Double) pair.gradient().blocks().get(block).maxRelative()
                : null;
    }

    private static List<WeightMap> maps(TrainingRecord training, int pair) {
        TrainingRecord.Result other = training.results().get(pair + 1);
        Parameters left = training.first().gradient();
        Parameters right = other.gradient();
        double tolerance = Tolerance.gradient(left.precision());
        return Comparison.of(left.point(), right.point(), left.precision()).blocks().stream()
                .filter(difference -> difference.block().isWeight())
                .filter(difference -> difference.block().size() <= LARGEST_MAP)
                .map(difference -> map(
                        other.engine(),
                        difference.block(),
                        shares(left.toArray(), right.toArray(), difference, tolerance),
                        worst(difference.worst())))
                .toList();
    }

    private static Worst worst(Difference.Worst worst) {
        return new Worst(worst.address().row(), worst.address().column(), worst.left(), worst.right());
    }

    /** Of each entry its difference, relative to the largest entry of its layer, over the tolerance. */
    private static IntToDoubleFunction shares(double[] left, double[] right, Difference difference, double tolerance) {
        double allowed = tolerance * difference.maxAbsolute() / difference.maxRelative();
        return i -> left[i] == right[i] ? 0 : Math.abs(left[i] - right[i]) / allowed;
    }

    /** @param share of each entry its difference over what is allowed, by its index; 0 where two are equal to the last bit */
    static WeightMap map(String against, Block block, IntToDoubleFunction share, Worst worst) {
        var log10 = new ArrayList<Double>();
        for (int row = 0; row < block.rows(); row++) {
            for (int column = 0; column < block.columns(); column++) {
                double value = share.applyAsDouble(block.index(row, column));
                log10.add(value == 0 ? null : Series.rounded(Math.log10(value), 2));
            }
        }
        boolean same = log10.stream().allMatch(Objects::isNull);
        return new WeightMap(against, block.symbol(), block.rows(), block.columns(), log10, same ? null : worst);
    }
}
