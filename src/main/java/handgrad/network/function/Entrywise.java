package handgrad.network.function;

import handgrad.network.array.Matrix;

/** An activation of each number by itself: on arrays it needs loops over a stretch of numbers only. */
public interface Entrywise extends Activation {
    /**
     * {@code values <- f(values)}, the first n of them; what lies beyond, up to the next multiple of 16, does not matter.
     * {@code loops.others()} and {@code loops.sums()} are free.
     */
    void of(double[] values, int n, Loops loops);

    /**
     * {@code delta <- delta f'(z)}, as above. z is there only where f' is not known from a, and may be overwritten;
     * {@code loops.perRow()} is free.
     */
    void timesSlope(double[] delta, double[] z, double[] a, int n, Loops loops);

    @Override
    default void of(Matrix z, Matrix bias, Matrix a, Loops loops) {
        loops.activate(this, bias, z, a);
    }

    @Override
    default void timesSlope(Matrix delta, Matrix z, Matrix a, Loops loops) {
        loops.timesSlope(this, delta, z, a);
    }
}
