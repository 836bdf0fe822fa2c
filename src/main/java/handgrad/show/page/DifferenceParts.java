package handgrad.show.page;

import handgrad.engine.Parameters;
import handgrad.lab.result.Run;
import handgrad.network.Block;
import handgrad.network.compare.Comparison;
import handgrad.network.compare.Difference;
import handgrad.network.compare.Tolerance;
import handgrad.train.TrainingRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Where gradients differ: by block over the steps, and entry by entry at the end. */
final class DifferenceParts {
    /** Maps of larger matrices would be most of the page, and finer than a screen. */
    static final int LARGEST_MAP = 20_000;

    private DifferenceParts() {}

    record ByBlock(String against, List<Long> steps, List<String> blocks, List<List<Double>> values) {}

    record Worst(int row, int column, double left, double right) {}

    /** @param log10 row by row, of the difference relative to the layer's largest entry; null where there is none */
    record WeightMap(String against, String block, int rows, int columns, List<Double> log10, Worst worst) {}

    static Map<String, Object> of(Run run) {
        TrainingRecord training = run.training();
        var parts = new LinkedHashMap<String, Object>();
        int pairs = training.partings().size();
        parts.put("parameterTolerance", pairs == 0 ? null : run.settings().tolerance());
        parts.put(
                "gradientDifferences",
                IntStream.range(0, pairs).mapToObj(i -> byBlock(run, i)).toList());
        parts.put(
                "gradientTolerance",
                pairs == 0 ? null : Tolerance.gradient(run.settings().precision()));
        parts.put(
                "weightMaps",
                IntStream.range(0, pairs)
                        .mapToObj(i -> maps(training, i))
                        .flatMap(List::stream)
                        .toList());
        return parts;
    }

    private static ByBlock byBlock(Run run, int pair) {
        TrainingRecord training = run.training();
        List<Block> blocks = run.network().blocks();
        var values = IntStream.range(0, blocks.size())
                .mapToObj(k -> Series.values(training, seen -> seen.pairs()
                        .get(pair)
                        .gradient()
                        .blocks()
                        .get(k)
                        .maxRelative()))
                .toList();
        return new ByBlock(
                training.partings().get(pair).other(),
                Series.steps(training),
                blocks.stream().map(Block::name).toList(),
                values);
    }

    private static List<WeightMap> maps(TrainingRecord training, int pair) {
        TrainingRecord.Result other = training.results().get(pair + 1);
        Parameters left = training.first().gradient();
        Parameters right = other.gradient();
        return Comparison.of(left.point(), right.point(), left.precision()).blocks().stream()
                .filter(difference -> difference.block().isWeight())
                .filter(difference -> difference.block().size() <= LARGEST_MAP)
                .map(difference -> map(
                        other.engine(),
                        difference.block(),
                        left.toArray(),
                        right.toArray(),
                        difference.maxAbsolute() / difference.maxRelative(),
                        worst(difference.worst())))
                .toList();
    }

    private static Worst worst(Difference.Worst worst) {
        return new Worst(worst.address().row(), worst.address().column(), worst.left(), worst.right());
    }

    /** @param scale by which differences are relative; not needed where all entries are equal */
    static WeightMap map(String against, Block block, double[] left, double[] right, double scale, Worst worst) {
        List<Double> log10 = log10(block, left, right, scale);
        boolean same = log10.stream().allMatch(Objects::isNull);
        return new WeightMap(against, block.symbol(), block.rows(), block.columns(), log10, same ? null : worst);
    }

    /** Row by row; null where two entries are equal to the last bit. */
    private static List<Double> log10(Block block, double[] left, double[] right, double scale) {
        var log10 = new ArrayList<Double>();
        for (int row = 0; row < block.rows(); row++) {
            for (int column = 0; column < block.columns(); column++) {
                int at = block.index(row, column);
                log10.add(
                        left[at] == right[at]
                                ? null
                                : Series.rounded(Math.log10(Math.abs(left[at] - right[at]) / scale), 2));
            }
        }
        return log10;
    }
}
