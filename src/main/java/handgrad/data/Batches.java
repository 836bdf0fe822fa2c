package handgrad.data;

import handgrad.network.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The batches of one epoch after another. A full batch is all samples in their own order. Mini-batches are consecutive
 * stretches of a new {@code permutation(n)} in each epoch, the last one shorter where the size does not divide n.
 */
public final class Batches {
    private final Batch all;
    private final int size;
    private final NumpyRandom random;

    /** @param random goes on from where the starting point was drawn, as one seeded generator does in Python */
    public Batches(Batch all, int size, NumpyRandom random) {
        if (size < 1 || size > all.n()) {
            throw new IllegalArgumentException("batch size %d: expected 1 to %d".formatted(size, all.n()));
        }
        this.all = all;
        this.size = size;
        this.random = random;
    }

    /** The number of steps of an epoch. */
    public int perEpoch() {
        return (all.n() + size - 1) / size;
    }

    /** The batches of the next epoch. */
    public List<Batch> next() {
        if (size == all.n()) {
            return List.of(all);
        }
        int[] order = random.permutation(all.n());
        var batches = new ArrayList<Batch>(perEpoch());
        for (int from = 0; from < order.length; from += size) {
            batches.add(all.rows(Arrays.copyOfRange(order, from, Math.min(from + size, order.length))));
        }
        return batches;
    }
}
