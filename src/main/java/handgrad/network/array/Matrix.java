package handgrad.network.array;

/**
 * Numbers {@code [rows, columns]} in column order, wherever they lie and in whatever precision: products are taken where they
 * lie, loops see them in double precision, stretch by stretch, and what they store is rounded.
 */
public interface Matrix {
    /** Whether a factor of a product is taken as it is or as its transpose. */
    enum Factor {
        AS_IT_IS,
        TRANSPOSED
    }

    int rows();

    int columns();

    default int size() {
        return rows() * columns();
    }

    /** Copies {@code count} numbers from index {@code from} on, in column order, to {@code into[at]} and on. */
    void load(int from, double[] into, int at, int count);

    /** Copies {@code values[at]} and on to index {@code from} and on. */
    void store(int from, double[] values, int at, int count);

    /** {@code this <- op(a) op(b)}, for matrices of this one's kind. */
    default void product(Matrix a, Factor factorA, Matrix b, Factor factorB) {
        product(a, factorA, b, factorB, 1, 0);
    }

    /** {@code this <- keep this + scale op(a) op(b)}; where keep is 0, what was there does not matter. */
    void product(Matrix a, Factor factorA, Matrix b, Factor factorB, double scale, double keep);

    /** {@code this <- keep this + scale of^T 1}, the sum of each column. */
    void columnSums(Matrix of, double scale, double keep);
}
