package handgrad.input.data;

/**
 * NumPy's legacy generator, {@code numpy.random.RandomState(seed)}: the same seed gives the same draws. Uniform draws and
 * permutations are the same bit for bit; of the normal ones about one in three thousand differs in its last bit or two,
 * where Java rounds a logarithm otherwise than C. Not thread-safe.
 */
public final class NumpyRandom {
    /** The largest seed, {@code 2^32 - 1}. */
    public static final long MAX_SEED = 0xFFFF_FFFFL;

    private final MersenneTwister twister;
    private double kept = Double.NaN;

    /** @throws IllegalArgumentException if the seed is not in 0..2^32-1 */
    public NumpyRandom(long seed) {
        if (seed < 0 || seed > MAX_SEED) {
            throw new IllegalArgumentException("seed %d: expected 0 to %d".formatted(seed, MAX_SEED));
        }
        this.twister = new MersenneTwister((int) seed);
    }

    /** {@code random()}: uniform in [0, 1), 53 bits from the upper 27 and 26 bits of two draws. */
    public double uniform() {
        int high = twister.nextInt() >>> 5;
        int low = twister.nextInt() >>> 6;
        return (high * 0x1p26 + low) * 0x1p-53;
    }

    /**
     * {@code randn()}: standard normal, by Marsaglia's polar method; each pair of uniforms gives two values, of which the
     * second is kept for the next call.
     */
    public double normal() {
        if (!Double.isNaN(kept)) {
            double value = kept;
            kept = Double.NaN;
            return value;
        }
        while (true) {
            double x1 = 2 * uniform() - 1;
            double x2 = 2 * uniform() - 1;
            double r2 = x1 * x1 + x2 * x2;
            if (r2 < 1 && r2 != 0) {
                double f = Math.sqrt(-2 * Math.log(r2) / r2);
                kept = f * x1;
                return f * x2;
            }
        }
    }

    /** {@code permutation(n)}: 0..n-1 shuffled from the end (Fisher and Yates). */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = n - 1; i > 0; i--) {
            int j = below(i);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /** {@code randint(0, n, count)}: {@code count} numbers of 0..n-1, each drawn by itself. */
    public int[] integers(int n, int count) {
        int[] drawn = new int[count];
        for (int i = 0; i < count; i++) {
            drawn[i] = below(n - 1);
        }
        return drawn;
    }

    /** Uniform in 0..max: 32-bit draws masked to the bits of {@code max}, those above it rejected. */
    private int below(int max) {
        if (max == 0) {
            return 0;
        }
        int mask = -1 >>> Integer.numberOfLeadingZeros(max);
        int value = twister.nextInt() & mask;
        while (value > max) {
            value = twister.nextInt() & mask;
        }
        return value;
    }
}
