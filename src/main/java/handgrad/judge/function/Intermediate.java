package handgrad.judge.function;

import java.util.List;
import java.util.Optional;

/**
 * A step of a program's computation that it hands out.
 *
 * @param values flat, last index fastest
 * @param gradient as {@code values}; empty where none is given
 */
public record Intermediate(String name, List<Integer> shape, double[] values, Optional<double[]> gradient) {
    public Intermediate {
        shape = List.copyOf(shape);
    }
}
