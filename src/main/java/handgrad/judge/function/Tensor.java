package handgrad.judge.function;

import java.util.List;

/**
 * A named array at which a function is asked.
 *
 * @param shape sizes from the first axis to the last; empty for a single number
 * @param values flat, last index fastest
 * @param differentiated whether the function has a gradient for it; else it is a constant
 */
public record Tensor(String name, List<Integer> shape, double[] values, boolean differentiated) {
    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if the shape does not have as many places as there are values
     */
    public Tensor {
        shape = List.copyOf(shape);
        Shapes.check(name, shape, values);
        values = values.clone();
    }

    /** The same tensor elsewhere. */
    public Tensor at(double... moved) {
        return new Tensor(name, shape, moved, differentiated);
    }
}
