package handgrad.input.data;

import handgrad.network.Batch;
import handgrad.network.array.Memory;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The batches of one epoch after another. A full batch is all samples in their own order. Mini-batches are consecutive
 * stretches of a new {@code permutation(n)} in each epoch, the last one shorter where the size does not divide n, or as many
 * samples drawn one by one with {@code randint(0, n)}.
 */
public final class Batches {
    private final Batch all;
    private final int size;
    private final Sampling.Order order;
    private final NumpyRandom random;
    private final Memory x;
    private final Memory y;
    private final Map<Integer, Copied> bySize = new HashMap<>();

    /** The samples of the epoch, and how many of them have been seen. */
    private int[] rows = {};

    private int seen;

    /** @param random goes on from where the starting point was drawn, as one seeded generator does in Python */
    public Batches(Batch all, Sampling sampling, NumpyRandom random) {
        this.all = all;
        this.size = sampling.sizeFor(all.n());
        this.order = sampling.order();
        this.random = random;
        this.x = Memory.of(all.x());
        this.y = Memory.of(all.y());
        if (size > all.n()) {
            throw new IllegalArgumentException("batch size %d: expected 1 to %d".formatted(size, all.n()));
        }
    }

    /** The number of steps of an epoch. */
    public int perEpoch() {
        return (all.n() + size - 1) / size;
    }

    /** The next batch; valid until the one after it, which may have the same arrays with other samples. */
    public Batch next() {
        if (order == Sampling.Order.SHUFFLED && size == all.n()) {
            return all;
        }
        if (seen == rows.length) {
            rows = draw();
            seen = 0;
        }
        int count = Math.min(size, rows.length - seen);
        Copied copied = bySize.computeIfAbsent(count, this::allocate);
        copied.x().copyRows(x, rows, seen);
        copied.y().copyRows(y, rows, seen);
        seen += count;
        return new Batch(copied.batch().x(), copied.batch().y());
    }

    private int[] draw() {
        return switch (order) {
            case SHUFFLED -> random.permutation(all.n());
            case DRAWN -> random.integers(all.n(), all.n());
        };
    }

    /** A mini-batch and its memory. */
    private record Copied(Batch batch, Memory x, Memory y) {}

    private Copied allocate(int count) {
        var batch = new Batch(allocate(count, all.x()), allocate(count, all.y()));
        return new Copied(batch, Memory.of(batch.x()), Memory.of(batch.y()));
    }

    private static INDArray allocate(int count, INDArray like) {
        return Nd4j.create(like.dataType(), new long[] {count, like.columns()}, 'f');
    }
}
