package handgrad.check;

/** A gradient by hand. */
@FunctionalInterface
public interface Gradient {
    /**
     * The derivatives at a point.
     *
     * @param theta the values of all tensors, flat, last index fastest; a copy
     * @return an array for each tensor that is differentiated, in their order, as large as the tensor
     */
    double[][] of(double[]... theta);
}
