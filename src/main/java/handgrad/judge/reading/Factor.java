package handgrad.judge.reading;

import java.util.Arrays;

/**
 * What {@code dL/da} is multiplied by in the place of {@code f'(z)}.
 *
 * @param cost how unlikely it is
 */
record Factor(Cause cause, double cost, double[][] by) {
    /** A factor that is 1 everywhere is a missing one, whatever function it is of. */
    boolean isOne() {
        return Arrays.stream(by).flatMapToDouble(Arrays::stream).allMatch(x -> x == 1);
    }
}
