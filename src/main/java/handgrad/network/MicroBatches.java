package handgrad.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a batch is parted into micro-batches.
 *
 * @param sizes {@code n_k}, the samples of each, in the order of the batch; each at least 1
 */
public record MicroBatches(List<Integer> sizes) {
    public MicroBatches {
        sizes = List.copyOf(sizes);
    }

    /**
     * Micro-batches of unequal size: of {@code n} samples the first {@code n (1 + ... + k) / (1 + ... + K)}, rounded down, are in the
     * first k micro-batches, but at least one is in each. 7 samples in 3 are 1, 2 and 4.
     *
     * @param n more than {@code count}, as one sample each would be of equal size
     * @param count K, at least 2
     */
    public static MicroBatches of(int n, int count) {
        if (count < 2 || n <= count) {
            throw new IllegalArgumentException("%d samples in %d micro-batches of unequal size".formatted(n, count));
        }
        var sizes = new ArrayList<Integer>();
        int before = 0;
        for (int k = 1; k <= count; k++) {
            int end = Math.max(k, (int) ((long) n * k * (k + 1) / ((long) count * (count + 1))));
            sizes.add(end - before);
            before = end;
        }
        return new MicroBatches(sizes);
    }

    /** The whole batch in one. */
    public static MicroBatches whole(int n) {
        return new MicroBatches(List.of(n));
    }

    /** K. */
    public int count() {
        return sizes.size();
    }

    /** The samples of all together. */
    public int n() {
        return sizes.stream().mapToInt(Integer::intValue).sum();
    }

    /** Which part of the batch number {@code k} is, from 0. */
    public MicroBatch place(int k) {
        return new MicroBatch(k, count(), n());
    }

    /** The samples of each. */
    public List<Samples> of(Samples batch) {
        var parts = new ArrayList<Samples>();
        int from = 0;
        for (int size : sizes) {
            parts.add(new Samples(
                    Arrays.copyOfRange(batch.x(), from, from + size),
                    Arrays.copyOfRange(batch.y(), from, from + size)));
            from += size;
        }
        return parts;
    }
}
