package handgrad.judge.reading;

import handgrad.network.Block;
import handgrad.network.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What holds of a wrong gradient that nothing explains, a sentence a parameter. */
final class Holds {
    private static final double SAME = 1e-6;
    private static final int FEW = 3;
    private static final int SMALL = 200;

    private Holds() {}

    static List<String> of(Claim claim, Point right) {
        var sentences = new ArrayList<String>();
        for (int l = right.network().depth() - 1; l >= 0; l--) {
            var states = new ArrayList<String>();
            boolean weightsRight = false;
            boolean biasRight = false;
            List<Block> claimed =
                    right.network().blocks(l).stream().filter(claim::has).toList();
            for (Block block : claimed) {
                String state = state(claim.gradient(), right, block, claim.least());
                states.add("%s %s".formatted(block.slot().name(), state));
                weightsRight |= block.isWeight() && state.startsWith("right");
                biasRight |= !block.isWeight() && state.startsWith("right");
            }
            String so = biasRight && !weightsRight
                    ? ": so the sum of delta is right; delta of a sample, or the other factor of the weights' gradient, is not"
                    : weightsRight && !biasRight ? ": so delta is right, and what the bias adds up is not" : "";
            if (!claimed.isEmpty()) {
                sentences.add("layer %d: %s%s".formatted(l + 1, String.join(", ", states), so));
            }
        }
        return sentences;
    }

    private static String state(Point claim, Point right, Block block, double least) {
        double[] g = claim.values(block);
        double[] expected = right.values(block);
        if (!Arrays.stream(g).allMatch(Double::isFinite)) {
            return "not finite";
        }
        var fit = Fit.of(g, expected, SAME, least);
        if (fit.isPresent()) {
            return fit.get().exact()
                    ? "right"
                    : "%s times the right one"
                            .formatted(Scales.written(fit.get().factor()));
        }
        if (Matrices.largest(g) <= least) {
            return "zero";
        }
        List<String> apart = apart(g, expected, block, least);
        if (apart.size() <= FEW && 2 * apart.size() < g.length) {
            return "right but for " + String.join(", ", apart);
        }
        double first = g[0];
        if (g.length > 1 && Arrays.stream(g).allMatch(x -> Math.abs(x - first) <= SAME * Math.abs(first))) {
            return "wrong, all entries equal";
        }
        double[] sorted = g.clone();
        double[] others = expected.clone();
        Arrays.sort(sorted);
        Arrays.sort(others);
        if (Fit.of(sorted, others, SAME, least).filter(Fit::exact).isPresent()) {
            return "wrong, the right entries in another order";
        }
        return rankOne(claim.rows(block), block) ? "wrong, and of rank one" : "wrong";
    }

    /** The entries that are not right. */
    private static List<String> apart(double[] g, double[] expected, Block block, double least) {
        double allowed = Math.max(SAME * Matrices.largest(expected), least);
        return IntStream.range(0, g.length)
                .filter(i -> !(Math.abs(g[i] - expected[i]) <= allowed))
                .mapToObj(i -> block.address(block.offset() + i).toString())
                .toList();
    }

    /** Whether nothing is left once the row and the column of the largest entry are accounted for. */
    private static boolean rankOne(double[][] rows, Block block) {
        if (Math.min(block.rows(), block.columns()) < 2 || Math.max(block.rows(), block.columns()) > SMALL) {
            return false;
        }
        int p = 0;
        int q = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                if (Math.abs(rows[i][j]) > Math.abs(rows[p][q])) {
                    p = i;
                    q = j;
                }
            }
        }
        for (double[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                if (!(Math.abs(row[j] - row[q] * (rows[p][j] / rows[p][q])) <= SAME * Math.abs(rows[p][q]))) {
                    return false;
                }
            }
        }
        return true;
    }
}
