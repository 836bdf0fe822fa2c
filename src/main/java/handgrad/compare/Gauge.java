package handgrad.compare;

import handgrad.network.Block;
import handgrad.network.Parameters;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Measures, after every step of a run, how far apart two live points are: the same figure as
 * {@link Comparison#maxRelative()}, read from the vectors' own memory without making garbage.
 */
public final class Gauge {
    private final List<Block> blocks;
    private final Reader left;
    private final Reader right;
    private final double[] a;
    private final double[] b;

    /** Both points must keep their memory for as long as this gauge is used, as engines do. */
    public Gauge(Parameters left, Parameters right) {
        this.blocks = left.network().blocks();
        this.left = reader(left);
        this.right = reader(right);
        this.a = new double[left.network().size()];
        this.b = new double[a.length];
    }

    /** The largest difference relative to the largest entry of its layer on the right; NaN if anything is not finite. */
    public double maxRelative() {
        left.read(a);
        right.read(b);
        double worst = 0;
        for (int k = 0; k < blocks.size(); k += 2) {
            // Weights and bias of one layer lie next to each other.
            double relative = layer(blocks.get(k).offset(), blocks.get(k + 1).end());
            worst = Math.max(worst, relative);
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

    private interface Reader {
        void read(double[] into);
    }

    private static Reader reader(Parameters parameters) {
        DataBuffer data = parameters.vector().data();
        // Where the vector is a part of a larger one, the memory begins with the larger one.
        int offset = Math.toIntExact(parameters.vector().offset());
        if (parameters.dataType() == DataType.DOUBLE) {
            DoubleBuffer memory = data.asNioDouble();
            return into -> memory.get(offset, into);
        }
        FloatBuffer memory = data.asNioFloat();
        return into -> {
            for (int i = 0; i < into.length; i++) {
                into[i] = memory.get(offset + i);
            }
        };
    }
}
