package handgrad.judge.reading;

import java.util.Optional;

/**
 * What the weights or the bias of a layer are, given a delta: {@code factor} times a form.
 *
 * @param form what stands in the place of the right form
 * @param residual of the fit
 */
record ReadBlock(Optional<Cause> form, double factor, double cost, double residual) {
    /** Where nothing is claimed there is nothing to explain. */
    static final Optional<ReadBlock> NOT_CLAIMED = Optional.of(new ReadBlock(Optional.empty(), 1, 0, 0));

    boolean isScaled() {
        return factor != 1;
    }

    boolean isScaledOnly() {
        return isScaled() && form.isEmpty();
    }

    boolean hasFactor(double other) {
        return Math.abs(factor - other) <= 1e-6 * Math.abs(factor);
    }

    boolean isSameMistake(ReadBlock other) {
        return form.isPresent()
                && form.map(Cause::mistake).equals(other.form.map(Cause::mistake))
                && form.get().step() != Step.SCALE;
    }
}
