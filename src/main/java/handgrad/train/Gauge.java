package handgrad.train;

import handgrad.engine.NativeMatrix;
import handgrad.engine.Parameters;
import handgrad.network.Block;
import handgrad.network.compare.Comparison;
import java.util.List;

/**
 * Measures, after every step of a run, how far apart two live points are: the same figure as
 * {@link Comparison#maxRelative()}, read from the vectors' own memory without making garbage.
 */
public final class Gauge {
    private final List<Block> blocks;
    private final NativeMatrix left;
    private final NativeMatrix right;
    private final double[] a;
    private final double[] b;

    /** Both points must keep their memory for as long as this gauge is used, as engines do. */
    public Gauge(Parameters left, Parameters right) {
        this.blocks = left.network().blocks();
        this.left = NativeMatrix.of(left.vector());
        this.right = NativeMatrix.of(right.vector());
        this.a = new double[left.network().size()];
        this.b = new double[a.length];
    }

    /** The largest difference relative to the largest entry of its layer on the right; NaN if anything is not finite. */
    public double maxRelative() {
        left.load(0, a, 0, a.length);
        right.load(0, b, 0, b.length);
        double worst = 0;
        for (int k = 0; k < blocks.size(); ) {
            // The parameters of one layer lie next to each other.
            int layer = blocks.get(k).layer();
            int from = blocks.get(k).offset();
            while (k < blocks.size() && blocks.get(k).layer() == layer) {
                k++;
            }
            worst = Math.max(worst, layer(from, blocks.get(k - 1).end()));
        }
        return worst;
    }

    private double layer(int from, int to) {
        double scale = 0;
        double largest = 0;
        double finite = 0;
        for (int i = from; i < to; i++) {
            scale = Math.max(scale, Math.abs(b[i]));
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
            // Zero as long as both are finite, NaN from then on.
            finite += 0 * a[i] + 0 * b[i];
        }
        return largest == 0 ? finite : largest / scale + finite;
    }
}
