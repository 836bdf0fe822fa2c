package handgrad.judge.reading;

import java.util.Optional;
import java.util.function.Function;

/**
 * A form of a block of the gradient: how its numbers are made from the layer's delta.
 *
 * @param cause empty where it is the right form
 * @param cost how unlikely it is, 0 for right
 * @param of the numbers of the block, row by row, for a delta
 */
record Made(Optional<Cause> cause, double cost, Function<double[][], double[]> of) {
    static Made right(Function<double[][], double[]> of) {
        return new Made(Optional.empty(), 0, of);
    }

    static Made wrong(Cause cause, double cost, Function<double[][], double[]> of) {
        return new Made(Optional.of(cause), cost, of);
    }
}
