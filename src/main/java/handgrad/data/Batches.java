package handgrad.data;

import handgrad.network.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    /** The batches of the next epoch. */
    public List<Batch> next() {
        return switch (order) {
            case SHUFFLED -> size == all.n() ? List.of(all) : stretches(random.permutation(all.n()));
            case DRAWN -> stretches(random.integers(all.n(), all.n()));
        };
    }

    private List<Batch> stretches(int[] rows) {
        var batches = new ArrayList<Batch>(perEpoch());
        for (int from = 0; from < rows.length; from += size) {
            batches.add(all.rows(Arrays.copyOfRange(rows, from, Math.min(from + size, rows.length))));
        }
        return batches;
    }
}
