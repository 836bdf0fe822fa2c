package handgrad.network.compare;

import handgrad.network.Block;
import handgrad.network.Point;
import handgrad.network.Precision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Two points in parameter space, block by block, in the order of the flat vector. */
public record Comparison(List<Difference> blocks) {
    /** NaN is further off than any number. */
    private static final Comparator<Difference> BY_DISTANCE =
            Comparator.comparingDouble(Difference::maxRelative).thenComparingDouble(Difference::maxAbsolute);

    public Comparison {
        blocks = List.copyOf(blocks);
    }

    /**
     * Compares {@code left} with {@code right}; the right one gives the scale.
     *
     * @param precision of both, in whose ULPs they differ
     */
    public static Comparison of(Point left, Point right, Precision precision) {
        double[] a = left.values();
        double[] b = right.values();
        boolean single = precision == Precision.FLOAT;
        var differences = new ArrayList<Difference>();
        for (Block block : left.network().blocks()) {
            double scale = layerScale(b, left.network().blocks(), block.layer());
            differences.add(difference(a, b, block, scale, single));
        }
        return new Comparison(differences);
    }

    /** The largest relative difference of any block; NaN if any entry is not finite. */
    public double maxRelative() {
        return worst().maxRelative();
    }

    public double maxAbsolute() {
        return blocks.stream().mapToDouble(Difference::maxAbsolute).max().orElseThrow();
    }

    /** The block that is furthest off, relative to its layer. */
    public Difference worst() {
        return blocks.stream().max(BY_DISTANCE).orElseThrow();
    }

    public boolean within(double tolerance) {
        return blocks.stream().allMatch(difference -> difference.within(tolerance));
    }

    private static double layerScale(double[] values, List<Block> blocks, int layer) {
        double largest = 0;
        for (Block block : blocks) {
            for (int i = block.offset(); block.layer() == layer && i < block.end(); i++) {
                largest = Math.max(largest, Math.abs(values[i]));
            }
        }
        return largest;
    }

    private static Difference difference(double[] a, double[] b, Block block, double scale, boolean single) {
        double largest = -1;
        double ulps = 0;
        int at = block.offset();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = block.offset(); i < block.end(); i++) {
            double distance = Double.isFinite(a[i]) && Double.isFinite(b[i]) ? Math.abs(a[i] - b[i]) : Double.NaN;
            if (distance > largest || (Double.isNaN(distance) && !Double.isNaN(largest))) {
                largest = distance;
                at = i;
            }
            ulps = Math.max(ulps, single ? Ulps.between((float) a[i], (float) b[i]) : Ulps.between(a[i], b[i]));
            ab += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        double relative = largest == 0 ? 0 : largest / scale;
        double cosine = aa == 0 && bb == 0 ? 1 : ab / (Math.sqrt(aa) * Math.sqrt(bb));
        var worst = new Difference.Worst(block.address(at), a[at], b[at]);
        return new Difference(block, largest, relative, ulps, cosine, worst);
    }
}
