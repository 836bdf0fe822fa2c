package handgrad.judge.function;

import java.util.List;

/**
 * A named array.
 *
 * @param shape empty for a single number
 * @param values flat, last index fastest
 * @param differentiated whether the function has a gradient with respect to it
 */
public record Tensor(String name, List<Integer> shape, double[] values, boolean differentiated) {
    /** @throws IllegalArgumentException if there are not as many values as the shape says */
    public Tensor {
        shape = List.copyOf(shape);
        if (shape.stream().reduce(1, Math::multiplyExact) != values.length) {
            throw new IllegalArgumentException("%d numbers of shape %s".formatted(values.length, shape));
        }
    }
}
