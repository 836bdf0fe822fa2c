package handgrad.network.function;

import handgrad.network.array.Matrix;
import java.util.Random;

/** A loss that adds up a function of each output and its target: on arrays it needs loops over stretches only. */
public interface EntrywiseLoss extends Loss {
    /** {@code y <- } each output's term, before {@link #divisor}; where {@link #cancels}, z stands in the place of y. */
    void terms(double[] y, double[] t, int n, Loops loops);

    /** What the sum of all terms is divided by. */
    default double divisor(int nOut) {
        return 1;
    }

    /** {@code t <- dL/dy}, each output's; where f' {@link #cancels}, {@code dL/dz}. */
    void slope(double[] y, double[] t, int n, int nOut);

    @Override
    default double sum(Matrix z, Matrix y, Matrix t, Loops loops) {
        return loops.sum(this, cancels() ? z : y, t) / divisor(y.columns());
    }

    @Override
    default void delta(Activation f, Matrix z, Matrix y, Matrix t, Matrix delta, Loops loops) {
        loops.delta(this, f, z, y, t, delta);
    }

    /** Numbers from -1 to 1. */
    @Override
    default double[] target(Random random, int nOut) {
        return random.doubles(nOut, -1, 1).toArray();
    }
}
