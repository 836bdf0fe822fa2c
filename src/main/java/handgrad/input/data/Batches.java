package handgrad.input.data;

import handgrad.engine.Batch;
import java.util.HashMap;
import java.util.Map;

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
    private final Map<Integer, Batch> bySize = new HashMap<>();

    /** The samples of the epoch, and how many of them have been seen. */
    private int[] rows = {};

    private int seen;

    /** @param random goes on from where the starting point was drawn, as one seeded generator does in Python */
    public Batches(Batch all, Sampling sampling, NumpyRandom random) {
        this.all = all;
        this.size = sampling.sizeFor(all.n());
        this.order = sampling.order();
        this.random = random;
        if (size > all.n()) {
            throw new IllegalArgumentException("batch size %d: expected 1 to %d".formatted(size, all.n()));
        }
    }

    /** The number of steps of an epoch. */
    public int perEpoch() {
        return (all.n() + size - 1) / size;
    }

    /** The next batch; valid until the one after it, which may be the same with other samples. */
    public Batch next() {
        if (order == Sampling.Order.SHUFFLED && size == all.n()) {
            return all;
        }
        if (seen == rows.length) {
            rows = draw();
            seen = 0;
        }
        int count = Math.min(size, rows.length - seen);
        Batch batch = bySize.computeIfAbsent(count, all::room);
        batch.refill(all, rows, seen);
        seen += count;
        return batch;
    }

    private int[] draw() {
        return switch (order) {
            case SHUFFLED -> random.permutation(all.n());
            case DRAWN -> random.integers(all.n(), all.n());
        };
    }
}
