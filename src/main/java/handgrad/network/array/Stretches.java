package handgrad.network.array;

/** The stretches of numbers in which loops take arrays: so short that a few of them fit into the first-level cache. */
public final class Stretches {
    /** The longest stretch that is loaded or stored at once. */
    public static final int LONGEST = 512;

    private Stretches() {}

    /**
     * {@code count}, rounded up for a loop over a stretch of working memory, where what lies beyond does not matter: the JIT
     * compiler unrolls a loop no further than it has usually run, and one that serves arrays of 4 numbers would stay slow
     * for large ones.
     */
    public static int roundedUp(int count) {
        return (count + 15) & -16;
    }

    /**
     * Working memory for a stretch. Of such a length, neighbours do not lie multiples of 4,096 bytes apart, where a processor
     * may take a load from one for what was just stored in the other, and wait.
     */
    public static double[] memory() {
        return new double[LONGEST + 168];
    }
}
