package handgrad.train;

import handgrad.compare.Tolerance;
import handgrad.data.NumpyRandom;
import handgrad.network.InputException;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * What a user may choose of a run.
 *
 * @param seed of the starting point and of the order of mini-batches, 0 to 2^32-1 as in NumPy
 * @param hidden the widths of the hidden layers
 * @param batchSize samples a step; empty for all at once
 * @param splitSeed of the split into training and test set; empty where there is nothing to split
 * @param dataType DOUBLE or FLOAT
 */
public record Settings(
        long seed,
        int epochs,
        double learningRate,
        List<Integer> hidden,
        OptionalInt batchSize,
        OptionalLong splitSeed,
        DataType dataType,
        Mode mode) {
    private static final long MAX_SEED = NumpyRandom.MAX_SEED;

    /** @throws InputException if a value is out of its range */
    public Settings {
        hidden = List.copyOf(hidden);
        check(seed >= 0 && seed <= MAX_SEED, "--seed", "0 to 4294967295", seed);
        check(epochs >= 1, "--epochs", "at least 1", epochs);
        check(
                learningRate > 0 && Double.isFinite(learningRate),
                "--learning-rate",
                "a finite number above 0",
                learningRate);
        check(
                hidden.stream().allMatch(width -> width >= 1 && width <= 100_000),
                "--hidden",
                "widths from 1 to 100000",
                hidden);
        check(batchSize.orElse(1) >= 1, "--batch-size", "at least 1", batchSize.orElse(1));
        long split = splitSeed.orElse(0);
        check(split >= 0 && split <= MAX_SEED, "--split-seed", "0 to 4294967295", split);
    }

    private static void check(boolean valid, String option, String expected, Object given) {
        if (!valid) {
            throw new InputException("%s %s: expected %s".formatted(option, given, expected));
        }
    }

    /** Full batches of all samples, double precision, free running, nothing to split. */
    public static Settings of(long seed, int epochs, double learningRate, Integer... hidden) {
        return new Settings(
                seed,
                epochs,
                learningRate,
                List.of(hidden),
                OptionalInt.empty(),
                OptionalLong.empty(),
                DataType.DOUBLE,
                Mode.FREE_RUNNING);
    }

    /** Another starting point, and another network to start. */
    public Settings withPoint(long seed, List<Integer> hidden) {
        return new Settings(seed, epochs, learningRate, hidden, batchSize, splitSeed, dataType, mode);
    }

    public Settings withSplitSeed(long splitSeed) {
        return new Settings(seed, epochs, learningRate, hidden, batchSize, OptionalLong.of(splitSeed), dataType, mode);
    }

    /** The samples of a step for a training set of {@code n}. */
    public int batchSizeFor(int n) {
        return batchSize.orElse(n);
    }

    /** How far the parameters of two engines may part, relative to the largest entry of the layer. */
    public double tolerance() {
        return Tolerance.trajectory(dataType);
    }
}
