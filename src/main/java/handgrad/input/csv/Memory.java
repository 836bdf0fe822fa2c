package handgrad.input.csv;

import com.sun.management.OperatingSystemMXBean;
import handgrad.InputException;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** Tells beforehand of a table that the memory cannot hold. */
public final class Memory {
    /** A row is an array of its own, with a reference to it, its label and its label's code. */
    private static final long BYTES_A_ROW = 48;

    /** Measured: a run of two engines keeps about eight arrays as wide as all layers together, beside the table. */
    private static final long ARRAYS = 8;

    private static final double MEBIBYTE = 1 << 20;
    private static final double GIBIBYTE = 1 << 30;

    private Memory() {}

    /** @throws InputException if the numbers are likely to need more than half of the heap */
    static void checkReading(Source source, Dialect dialect, int features) {
        long bytes;
        try {
            bytes = source.size();
        } catch (IOException e) {
            throw new InputException("%s: cannot be read".formatted(source.name()), e);
        }
        double lines = bytes / dialect.charactersPerLine();
        double needed = lines * (BYTES_A_ROW + (long) Double.BYTES * features);
        double there = Runtime.getRuntime().maxMemory();
        if (needed > there / 2) {
            throw new InputException(
                    ("%s: about %.0f lines of %d features need about %.0f MB, more than half of the %.0f MB "
                                    + "that Java may take: expected a smaller file, fewer columns, or "
                                    + "HANDGRAD_JAVA_OPTIONS=-Xmx%.0fg")
                            .formatted(
                                    source.name(),
                                    lines,
                                    features,
                                    needed / MEBIBYTE,
                                    there / MEBIBYTE,
                                    Math.ceil(2 * needed / GIBIBYTE)));
        }
    }

    /**
     * Checks that a machine can train on a table.
     *
     * @param width of all layers together, the input among them
     * @throws InputException if it is likely not to have the memory
     */
    public static void checkTraining(Table table, long width) {
        double needed = (double) table.trained() * width * Double.BYTES * ARRAYS;
        double there =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        if (needed > there) {
            throw new InputException(
                    ("%s: training a network of %d inputs, neurons and outputs on %d samples needs about %.0f "
                                    + "GB, this machine has %.0f: expected fewer samples or narrower layers")
                            .formatted(
                                    table.options().source().name(),
                                    width,
                                    table.trained(),
                                    needed / GIBIBYTE,
                                    there / GIBIBYTE));
        }
    }
}
