package handgrad.input.data;

import handgrad.InputException;
import handgrad.Named;
import java.util.OptionalInt;

/**
 * Which samples a step sees.
 *
 * @param size samples a step; empty for all
 */
public record Sampling(OptionalInt size, Order order) {
    /** Where the samples of a mini-batch come from. */
    public enum Order implements Named {
        /** Each epoch goes through a new permutation of all samples. */
        SHUFFLED,
        /** Every sample is drawn by itself, from all of them: some come twice in an epoch, some never. */
        DRAWN;
    }

    /** @throws InputException if a size below 1 is given */
    public Sampling {
        if (size.orElse(1) < 1) {
            throw new InputException("--batch-size %d: expected at least 1".formatted(size.getAsInt()));
        }
    }

    /** All samples in every step. */
    public static Sampling full() {
        return new Sampling(OptionalInt.empty(), Order.SHUFFLED);
    }

    /** Stretches of a new permutation in each epoch. */
    public static Sampling batches(int size) {
        return new Sampling(OptionalInt.of(size), Order.SHUFFLED);
    }

    /** One sample a step, drawn at random. */
    public static Sampling online() {
        return new Sampling(OptionalInt.of(1), Order.DRAWN);
    }

    /** The samples of a step for a training set of {@code n}. */
    public int sizeFor(int n) {
        return size.orElse(n);
    }
}
