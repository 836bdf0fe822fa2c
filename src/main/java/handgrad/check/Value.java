package handgrad.check;

/** A function that a gradient is asserted of. */
@FunctionalInterface
public interface Value {
    /**
     * The function's value at a point; the same whenever it is asked there.
     *
     * @param theta the values of all tensors, flat, last index fastest; a copy
     */
    double of(double[]... theta);
}
