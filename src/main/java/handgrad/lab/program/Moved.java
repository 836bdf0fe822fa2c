package handgrad.lab.program;

import handgrad.judge.function.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

/**
 * A point near the one where a program starts: what is differentiated is moved by about a fifth of its size, so that entries that
 * were 0, 1 or alike are not any more. What is above 0 stays there, for the sake of logarithms and roots; constants stay as they are.
 */
final class Moved {
    private static final double SHARE = 0.2;

    private Moved() {}

    static List<Tensor> from(List<Tensor> start, long seed) {
        var random = new Random(seed);
        return start.stream()
                .map(tensor -> tensor.differentiated() ? moved(tensor, random) : tensor)
                .toList();
    }

    private static Tensor moved(Tensor tensor, Random random) {
        double[] values = tensor.values();
        boolean positive = Arrays.stream(values).allMatch(value -> value > 0);
        double size =
                Math.sqrt(DoubleStream.of(values).map(v -> v * v).average().orElse(0));
        double unit = SHARE * (size == 0 ? 1 : size);
        double[] moved = Arrays.stream(values)
                .map(value -> {
                    double by = (0.5 + random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
                    return positive ? value * Math.exp(SHARE * by) : value + unit * by;
                })
                .toArray();
        return new Tensor(tensor.name(), tensor.shape(), moved, true);
    }
}
