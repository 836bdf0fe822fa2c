package handgrad.engine;

import handgrad.network.Samples;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Samples and their targets, {@code x [n, ...]} and {@code y [n, nOut]}, the first dimension counting samples. A batch has its
 * numbers to itself: arrays are copied on their way in and out, so that only {@link #refill} can change them, and
 * {@link #version} says when it has. Engines may keep what they have made of a batch for as long as both are the same.
 */
public final class Batch {
    private final NativeMatrix x;
    private final NativeMatrix y;
    private long version;

    private Batch(NativeMatrix x, NativeMatrix y) {
        this.x = x;
        this.y = y;
    }

    /** A batch of copies. */
    public Batch(INDArray x, INDArray y) {
        this(copy(x), copy(y));
        if (x.rank() < 2 || y.rank() != 2 || this.x.rows() != this.y.rows()) {
            throw new IllegalArgumentException("x %s and y %s: expected [n, ...] and [n, nOut]"
                    .formatted(x.shapeInfoToString(), y.shapeInfoToString()));
        }
    }

    private static NativeMatrix copy(INDArray array) {
        return NativeMatrix.of(array.dup('f'));
    }

    /** Where the numbers of a batch come from, sample by sample. */
    @FunctionalInterface
    public interface Source {
        /** Fills in sample i; both arrays are zeros before. */
        void fill(int i, double[] x, double[] y);
    }

    /** {@code n} samples from a source, written where they are kept, without a copy on the way. */
    public static Batch of(DataType type, int n, int nIn, int nOut, Source source) {
        var x = NativeMatrix.zeros(type, n, nIn);
        var y = NativeMatrix.zeros(type, n, nOut);
        for (int i = 0; i < n; i++) {
            double[] inputs = new double[nIn];
            double[] targets = new double[nOut];
            source.fill(i, inputs, targets);
            x.putRow(i, inputs);
            y.putRow(i, targets);
        }
        return new Batch(x, y);
    }

    /** Plain samples in a given precision. */
    public static Batch of(DataType type, Samples samples) {
        return of(type, samples.n(), samples.x()[0].length, samples.y()[0].length, (i, x, y) -> {
            System.arraycopy(samples.x()[i], 0, x, 0, x.length);
            System.arraycopy(samples.y()[i], 0, y, 0, y.length);
        });
    }

    /** The inputs, a copy. */
    public INDArray x() {
        return x.array().dup('f');
    }

    /** The targets {@code [n, nOut]}, a copy. */
    public INDArray y() {
        return y.array().dup('f');
    }

    /** The inputs where they lie, for engines; not to be written. */
    public NativeMatrix inputs() {
        return x;
    }

    /** The targets where they lie, for engines; not to be written. */
    public NativeMatrix targets() {
        return y;
    }

    /** Another one after every {@link #refill}. */
    public long version() {
        return version;
    }

    /** The number of samples. */
    public int n() {
        return x.rows();
    }

    public DataType dataType() {
        return x.array().dataType();
    }

    /** In plain double precision, a copy. */
    public Samples samples() {
        return new Samples(Rows.of(x.array()), Rows.of(y.array()));
    }

    /** The rows at the given indices, in that order. */
    public Batch rows(int... indices) {
        Batch rows = room(indices.length);
        rows.refill(this, indices, 0);
        return rows;
    }

    /** Room for {@code n} samples of this batch's kind, all zeros. */
    public Batch room(int n) {
        DataType type = dataType();
        return new Batch(NativeMatrix.zeros(type, n, x.columns()), NativeMatrix.zeros(type, n, y.columns()));
    }

    /** Overwrites every sample i with sample {@code indices[at + i]} of another batch. */
    public void refill(Batch from, int[] indices, int at) {
        version++;
        x.copyRows(from.x, indices, at);
        y.copyRows(from.y, indices, at);
    }

    /** The first {@code count} samples, or all if there are fewer. */
    public Batch first(int count) {
        return count >= n() ? this : rows(IntStream.range(0, count).toArray());
    }

    public Batch castTo(DataType type) {
        return type == dataType()
                ? this
                : new Batch(x.array().castTo(type), y.array().castTo(type));
    }
}
