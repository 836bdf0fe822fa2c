package handgrad.engine.hand;

import handgrad.network.Network;

/**
 * How a batch is cut. Its shares are as large as each other, to a sample; each is differentiated by itself, by whichever thread comes
 * first, and their gradients are added in their order. A share goes through in parts, one after the other, so small that a layer's
 * arrays stay in the cache from one pass to the next. Both depend on the network and the batch alone, never on the number of
 * threads: so do the bits.
 *
 * @param n samples
 * @param shares a power of two, so that the processors have as much to do as each other
 * @param part samples at a time, at most
 */
record Cut(int n, int shares, int part) {
    /** Not too many samples for OpenBLAS's kernels for small matrices on AVX-512; on AVX2 it matters little. */
    private static final int PART = 112;

    /** Parts are multiples of so many, which BLAS takes at once. */
    private static final int ROWS = 8;

    /** The largest parameter with which parts pay: 250 kB. */
    private static final int SMALL = 32_000;

    /** A share has at least so many samples, and multiplications a product: below, waking a thread takes as long as it helps. */
    private static final int LEAST_SAMPLES = 256;

    private static final double LEAST_PRODUCT = 1e6;

    private static final int MOST_SHARES = 32;
    /** Numbers in all shares' gradients: 128 MB. */
    private static final double MOST_NUMBERS = 1 << 24;

    static Cut of(Network network, int n) {
        if (!network.samplesApart()) {
            return new Cut(n, 1, n);
        }
        double most = Math.min(
                Math.min(MOST_SHARES, n / LEAST_SAMPLES),
                Math.min((double) n * network.size() / LEAST_PRODUCT, MOST_NUMBERS / network.size()));
        boolean small = network.layers().stream()
                .flatMap(layer -> layer.slots().stream())
                .allMatch(slot -> slot.size() <= SMALL);
        int shares = Math.max(1, Integer.highestOneBit((int) most));
        return new Cut(n, shares, small ? even((n + shares - 1) / shares) : n);
    }

    /** The length of parts as long as each other, about, for so many samples. */
    private static int even(int samples) {
        int parts = (samples + PART - 1) / PART;
        int length = (samples + parts - 1) / parts;
        return parts == 1 ? length : Math.min(PART, (length + ROWS - 1) / ROWS * ROWS);
    }

    /** Where a share begins; the one after the last begins at n. */
    int from(int share) {
        return (int) ((long) n * share / shares);
    }
}
