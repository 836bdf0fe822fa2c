package handgrad.judge.function;

import java.util.List;
import java.util.Optional;

/**
 * A step of a program's computation that it hands out.
 *
 * @param shape sizes from the first axis to the last; empty for a single number
 * @param values flat, last index fastest
 * @param gradient of the same size; empty where none is given
 */
public record Intermediate(String name, List<Integer> shape, double[] values, Optional<double[]> gradient) {
    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if the shape does not have as many places as there are values, or as the gradient has
     */
    public Intermediate {
        shape = List.copyOf(shape);
        Shapes.check(name, shape, values);
        if (gradient.isPresent()) {
            Shapes.check("the gradient of " + name, shape, gradient.get());
        }
    }
}
