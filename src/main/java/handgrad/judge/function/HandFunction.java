package handgrad.judge.function;

import java.util.List;

/** A function with a gradient by hand, to be judged. */
public interface HandFunction {
    /** Its tensors with a point at which it can be asked. */
    List<Tensor> tensors();

    /**
     * The function's value.
     *
     * @param values of all tensors in the order of {@link #tensors}, flat, last index fastest
     */
    double loss(double[]... values);

    /**
     * The derivatives of {@link #loss}.
     *
     * @return one array for each tensor that is differentiated, in their order, as large as the tensor
     */
    double[][] gradient(double[]... values);
}
