package handgrad.input.array;

import java.util.List;

/**
 * An array of any number of dimensions.
 *
 * @param shape empty for a single number
 * @param values flat, last index fastest; not copied
 */
public record NumberArray(List<Integer> shape, double[] values) {
    /** @throws IllegalArgumentException if there are not as many values as the shape says */
    public NumberArray {
        shape = List.copyOf(shape);
        if (Shapes.size(shape) != values.length) {
            throw new IllegalArgumentException("%d numbers of shape %s".formatted(values.length, shape));
        }
    }
}
