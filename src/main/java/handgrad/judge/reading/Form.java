package handgrad.judge.reading;

import java.util.Optional;

/**
 * A way to take one step, and what comes of it.
 *
 * @param cause empty where the step is taken rightly; its layer is that of the step
 * @param cost how unlikely it is, 0 for right
 */
record Form(Optional<Cause> cause, double cost, double[][] value) {
    static Form right(double[][] value) {
        return new Form(Optional.empty(), 0, value);
    }

    static Form wrong(Cause cause, double cost, double[][] value) {
        return new Form(Optional.of(cause), cost, value);
    }
}
