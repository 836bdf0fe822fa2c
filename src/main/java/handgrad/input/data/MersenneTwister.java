package handgrad.input.data;

/**
 * MT19937 (M. Matsumoto and T. Nishimura, 1998), seeded by {@code init_genrand} with any 32 bits, as NumPy seeds it.
 * commons-math seeds it wrongly from 2^31 on, commons-rng otherwise.
 */
final class MersenneTwister {
    private static final int N = 624;
    private static final int M = 397;
    private static final int LOWER_BITS = 0x7FFF_FFFF;

    private final int[] state = new int[N];
    private int next = N;

    MersenneTwister(int seed) {
        state[0] = seed;
        for (int i = 1; i < N; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /** The next 32 bits. */
    int nextInt() {
        if (next == N) {
            twist();
            next = 0;
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9D2C_5680;
        y ^= (y << 15) & 0xEFC6_0000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < N; i++) {
            int y = (state[i] & ~LOWER_BITS) | (state[(i + 1) % N] & LOWER_BITS);
            state[i] = state[(i + M) % N] ^ (y >>> 1) ^ (-(y & 1) & 0x9908_B0DF);
        }
    }
}
