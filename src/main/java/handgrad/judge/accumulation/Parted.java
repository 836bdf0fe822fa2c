package handgrad.judge.accumulation;

import handgrad.network.Block;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Few ways of some parameters each, as where weights are added up and biases are set. */
final class Parted {
    /** More than these are no explanation. */
    private static final int WAYS = 2;

    private Parted() {}

    /**
     * The parameters of each way; empty where it takes more.
     *
     * @param all the simplest first
     * @param ways those that explain each parameter
     */
    static Optional<Map<Weighing, List<Block>>> of(List<Weighing> all, Map<Block, List<Weighing>> ways) {
        var left = new LinkedHashMap<>(ways);
        var groups = new LinkedHashMap<Weighing, List<Block>>();
        for (int i = 0; i < WAYS && !left.isEmpty(); i++) {
            Weighing most = all.stream()
                    .max(Comparator.comparingInt(
                                    (Weighing way) -> explained(way, left).size())
                            .thenComparing(
                                    Comparator.comparingInt(Weighing::mistakes).reversed()))
                    .orElseThrow();
            List<Block> blocks = explained(most, left);
            if (blocks.isEmpty()) {
                return Optional.empty();
            }
            groups.put(most, blocks);
            blocks.forEach(left::remove);
        }
        return left.isEmpty() ? Optional.of(groups) : Optional.empty();
    }

    private static List<Block> explained(Weighing way, Map<Block, List<Weighing>> left) {
        return left.keySet().stream()
                .filter(block -> left.get(block).contains(way))
                .toList();
    }
}
