package handgrad.network.function;

import handgrad.network.array.Matrix;
import handgrad.network.number.Row;
import org.nd4j.linalg.activations.IActivation;

/**
 * The activation function {@code a = f(z)} of a layer, all of it in one file: the definition, its derivative by hand, both
 * again on arrays, and its counterpart. Most act on each number by itself and are {@link Entrywise}.
 */
public interface Activation extends Definition {
    /** {@code f(z)}: the definition. */
    Row of(Row z);

    /** {@code dL/dz} from {@code dL/da}, by hand: {@code dL/da f'(z)} where f is entrywise, with {@code a = f(z)}. */
    Row timesSlope(Row dA, Row z, Row a);

    /**
     * {@code z <- z + b} for every row of z, then {@code a = f(z)}.
     *
     * @param a may be z, if {@link #slopeFromOutput}
     */
    void of(Matrix z, Matrix bias, Matrix a, Loops loops);

    /** {@code delta <- dL/dz} from {@code delta = dL/da}. */
    void timesSlope(Matrix delta, Matrix z, Matrix a, Loops loops);

    /** Whether f' is known from {@code a} alone, so that z need not be kept. */
    default boolean slopeFromOutput() {
        return true;
    }

    /** Whether each {@code a_k} depends on {@code z_k} alone. */
    default boolean entrywise() {
        return true;
    }

    Range range();

    /** ND4J's function of the same name; by {@code cast}, so that a JVM without ND4J verifies the class without looking for it. */
    IActivation counterpart();
}
