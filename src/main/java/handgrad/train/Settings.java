package handgrad.train;

import handgrad.InputException;
import handgrad.engine.Descent;
import handgrad.input.data.NumpyRandom;
import handgrad.input.data.Sampling;
import handgrad.network.Precision;
import handgrad.network.compare.Tolerance;
import java.util.List;
import java.util.OptionalLong;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * What a user may choose of a run.
 *
 * @param seed of the starting point and of the order of mini-batches, 0 to 2^32-1 as in NumPy
 * @param epochs at most
 * @param hidden the widths of the hidden layers
 * @param splitSeed of the split into training and test set; empty where there is nothing to split
 * @param dataType DOUBLE or FLOAT
 */
public record Settings(
        long seed,
        int epochs,
        Descent descent,
        List<Integer> hidden,
        Sampling sampling,
        OptionalLong splitSeed,
        DataType dataType,
        Mode mode,
        Stopping stopping) {
    private static final long MAX_SEED = NumpyRandom.MAX_SEED;

    /** @throws InputException if a value is out of its range */
    public Settings {
        hidden = List.copyOf(hidden);
        check(seed >= 0 && seed <= MAX_SEED, "--seed", "0 to 4294967295", seed);
        check(epochs >= 1, "--epochs", "at least 1", epochs);
        check(
                hidden.stream().allMatch(width -> width >= 1 && width <= 100_000),
                "--hidden",
                "widths from 1 to 100000",
                hidden);
        long split = splitSeed.orElse(0);
        check(split >= 0 && split <= MAX_SEED, "--split-seed", "0 to 4294967295", split);
    }

    private static void check(boolean valid, String option, String expected, Object given) {
        if (!valid) {
            throw new InputException("%s %s: expected %s".formatted(option, given, expected));
        }
    }

    /** Plain descent on full batches through all epochs, double precision, free running, nothing to split. */
    public static Settings of(long seed, int epochs, double learningRate, Integer... hidden) {
        return new Settings(
                seed,
                epochs,
                Descent.sgd(learningRate),
                List.of(hidden),
                Sampling.full(),
                OptionalLong.empty(),
                DataType.DOUBLE,
                Mode.FREE_RUNNING,
                Stopping.never());
    }

    public Settings withSeed(long other) {
        return new Settings(other, epochs, descent, hidden, sampling, splitSeed, dataType, mode, stopping);
    }

    public Settings withEpochs(int other) {
        return new Settings(seed, other, descent, hidden, sampling, splitSeed, dataType, mode, stopping);
    }

    public Settings withDescent(Descent other) {
        return new Settings(seed, epochs, other, hidden, sampling, splitSeed, dataType, mode, stopping);
    }

    public Settings withLearningRate(double other) {
        return withDescent(descent.withLearningRate(other));
    }

    public Settings withHidden(List<Integer> other) {
        return new Settings(seed, epochs, descent, other, sampling, splitSeed, dataType, mode, stopping);
    }

    public Settings withSampling(Sampling other) {
        return new Settings(seed, epochs, descent, hidden, other, splitSeed, dataType, mode, stopping);
    }

    public Settings withSplitSeed(long other) {
        return new Settings(seed, epochs, descent, hidden, sampling, OptionalLong.of(other), dataType, mode, stopping);
    }

    public Settings withDataType(DataType other) {
        return new Settings(seed, epochs, descent, hidden, sampling, splitSeed, other, mode, stopping);
    }

    public Settings withMode(Mode other) {
        return new Settings(seed, epochs, descent, hidden, sampling, splitSeed, dataType, other, stopping);
    }

    public Settings withStopping(Stopping other) {
        return new Settings(seed, epochs, descent, hidden, sampling, splitSeed, dataType, mode, other);
    }

    /** How far the parameters of two engines may part, relative to the largest entry of the layer. */
    public double tolerance() {
        return Tolerance.trajectory(precision());
    }

    public Precision precision() {
        return Precision.valueOf(dataType.name());
    }
}
