package handgrad.judge.function;

import handgrad.judge.function.Tape.Entrywise;
import handgrad.judge.function.Tape.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A function put together at random, computed in a format, with its right gradient by hand. */
final class Composition implements HandFunction {
    private static final List<Entrywise> EACH = List.of(
            new Entrywise(Math::tanh, (x, y) -> 1 - y * y),
            new Entrywise(x -> 1 / (1 + Math.exp(-x)), (x, y) -> y * (1 - y)),
            new Entrywise(x -> Math.max(0, x), (x, y) -> x > 0 ? 1 : 0),
            new Entrywise(Math::sin, (x, y) -> Math.cos(x)),
            new Entrywise(x -> x * x, (x, y) -> 2 * x),
            new Entrywise(x -> Math.exp(-x * x), (x, y) -> -2 * x * y),
            new Entrywise(x -> Math.log(1 + x * x), (x, y) -> 2 * x / (1 + x * x)),
            new Entrywise(Math::abs, (x, y) -> Math.signum(x)));

    private final long seed;
    private final int n;
    private final int m;
    private final int[] operations;
    private final double[] weights;
    private final List<Tensor> tensors = new ArrayList<>();
    private final Format format;

    Composition(long seed, Format format) {
        var random = new Random(seed);
        this.seed = seed;
        this.format = format;
        this.n = 2 + random.nextInt(3);
        this.m = 2 + random.nextInt(3);
        this.operations = IntStream.range(0, 3 + random.nextInt(5))
                .map(i -> random.nextInt(EACH.size() + 6))
                .toArray();
        this.weights = normal(random, n * m, 1);
        tensors.add(new Tensor("x", List.of(n, m), normal(random, n * m, 1), true));
        tensors.add(new Tensor(
                "w", List.of(m, m), normal(random, m * m, Math.exp(0.5 * random.nextGaussian()) / Math.sqrt(m)), true));
        tensors.add(new Tensor("v", List.of(n, m), normal(random, n * m, Math.exp(random.nextGaussian())), true));
    }

    private static double[] normal(Random random, int size, double scale) {
        return IntStream.range(0, size)
                .mapToDouble(i -> scale * random.nextGaussian())
                .toArray();
    }

    @Override
    public String toString() {
        return "function " + seed;
    }

    @Override
    public List<Tensor> tensors() {
        return tensors;
    }

    /**
     * Whether the function can be computed in its format at all: no entry of its gradient is further from float64's than 1000
     * roundings (16 where there are fewer than 12 digits) of the largest, and none would change the loss a hundredfold.
     */
    boolean ordinary() {
        double[][] point = tensors.stream().map(Tensor::values).toArray(double[][]::new);
        double[][] own = gradient(point);
        double[][] exact = new Composition(seed, Format.FLOAT64).gradient(point);
        double loss = Math.max(1, Math.abs(loss(point)));
        double allowed = format.epsilon() * (format.epsilon() < 1e-4 ? 1000 : 16);
        for (int k = 0; k < own.length; k++) {
            double largest = Asked.largest(exact[k]);
            for (int i = 0; i < own[k].length; i++) {
                boolean near = Math.abs(own[k][i] - exact[k][i]) <= allowed * largest;
                if (!near || !(largest * Asked.largest(point[k]) <= 100 * loss)) {
                    return false;
                }
            }
        }
        return Double.isFinite(loss);
    }

    private Node build(Tape tape, Node x, Node w, Node v) {
        Node a = x;
        Node before = v;
        for (int operation : operations) {
            Node next =
                    switch (operation) {
                        case 0 -> tape.product(a, w);
                        case 1 -> tape.softmax(a);
                        case 2 -> tape.norm(a);
                        case 3 -> tape.times(a, before);
                        case 4 -> tape.over(a, before);
                        case 5 -> tape.larger(a, before);
                        default -> tape.each(tape.product(a, w), EACH.get(operation - 6));
                    };
            before = tape.plus(a, v);
            a = next;
        }
        return tape.sum(tape.plus(a, before), weights);
    }

    @Override
    public double loss(double[]... values) {
        var tape = new Tape(format);
        return build(tape, tape.leaf(n, m, values[0]), tape.leaf(m, m, values[1]), tape.leaf(n, m, values[2]))
                .values[0];
    }

    @Override
    public double[][] gradient(double[]... values) {
        var tape = new Tape(format);
        Node x = tape.leaf(n, m, values[0]);
        Node w = tape.leaf(m, m, values[1]);
        Node v = tape.leaf(n, m, values[2]);
        tape.backward(build(tape, x, w, v));
        return new double[][] {x.gradient, w.gradient, v.gradient};
    }
}
