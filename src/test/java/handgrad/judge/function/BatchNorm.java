package handgrad.judge.function;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Batch normalisation by hand. With the mean m and the variance v of each column, {@code h = (x - m) / sqrt(v + 1e-5)},
 * {@code y = gamma h + beta}, {@code L = sum(up y)}:
 *
 * <pre>
 * dL/dbeta = sum_n up,   dL/dgamma = sum_n up h,   g = up gamma,
 * dL/dx = (g - mean_n g - h mean_n(g h)) / sqrt(v + 1e-5)
 * </pre>
 */
final class BatchNorm implements HandFunction {
    static final int N = 6;
    static final int D = 4;
    private static final List<Integer> SHAPE = List.of(N, D);

    /** The columns' means, deviations and what follows from them. */
    record Forward(double[] h, double[] deviation) {}

    private final List<Tensor> tensors;

    BatchNorm() {
        var random = new Random(7);
        this.tensors = List.of(
                new Tensor("x", SHAPE, normal(random, N * D), true),
                new Tensor("gamma", List.of(D), new double[] {0.5, 1.5, -0.7, 2.2}, true),
                new Tensor("beta", List.of(D), normal(random, D), true),
                new Tensor("up", SHAPE, normal(random, N * D), false));
    }

    static double[] normal(Random random, int size) {
        return IntStream.range(0, size).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    @Override
    public List<Tensor> tensors() {
        return tensors;
    }

    static double[] columnMeans(double[] values) {
        double[] means = new double[D];
        for (int i = 0; i < N * D; i++) {
            means[i % D] += values[i] / N;
        }
        return means;
    }

    static Forward forward(double[] x) {
        double[] mean = columnMeans(x);
        double[] squares = IntStream.range(0, N * D)
                .mapToDouble(i -> (x[i] - mean[i % D]) * (x[i] - mean[i % D]))
                .toArray();
        double[] deviation = IntStream.range(0, D)
                .mapToDouble(d -> Math.sqrt(columnMeans(squares)[d] + 1e-5))
                .toArray();
        double[] h = IntStream.range(0, N * D)
                .mapToDouble(i -> (x[i] - mean[i % D]) / deviation[i % D])
                .toArray();
        return new Forward(h, deviation);
    }

    @Override
    public double loss(double[]... values) {
        Forward forward = forward(values[0]);
        return IntStream.range(0, N * D)
                .mapToDouble(i -> values[3][i] * (values[1][i % D] * forward.h[i] + values[2][i % D]))
                .sum();
    }

    @Override
    public double[][] gradient(double[]... values) {
        return gradient(1, 1, values);
    }

    /**
     * The gradient with its terms weighed.
     *
     * @param mean how many times the mean of g is taken off
     * @param projection how many times the part along h
     */
    double[][] gradient(double mean, double projection, double[]... values) {
        Forward forward = forward(values[0]);
        double[] up = values[3];
        double[] g = IntStream.range(0, N * D)
                .mapToDouble(i -> up[i] * values[1][i % D])
                .toArray();
        double[] gh =
                IntStream.range(0, N * D).mapToDouble(i -> g[i] * forward.h[i]).toArray();
        double[] meanG = columnMeans(g);
        double[] meanGh = columnMeans(gh);
        double[] dx = new double[N * D];
        double[] dGamma = new double[D];
        double[] dBeta = new double[D];
        for (int i = 0; i < N * D; i++) {
            int d = i % D;
            dx[i] = (g[i] - mean * meanG[d] - projection * forward.h[i] * meanGh[d]) / forward.deviation[d];
            dGamma[d] += up[i] * forward.h[i];
            dBeta[d] += up[i];
        }
        return new double[][] {dx, dGamma, dBeta};
    }

    double[][] point() {
        return tensors.stream().map(Tensor::values).toArray(double[][]::new);
    }

    /** What a program may hand out. */
    List<Intermediate> intermediates() {
        double[][] values = point();
        Forward forward = forward(values[0]);
        double[] g = IntStream.range(0, N * D)
                .mapToDouble(i -> values[3][i] * values[1][i % D])
                .toArray();
        double[] gh =
                IntStream.range(0, N * D).mapToDouble(i -> g[i] * forward.h[i]).toArray();
        double[] meanG = columnMeans(g);
        double[] meanGh = columnMeans(gh);
        return List.of(
                step("g_term", SHAPE, IntStream.range(0, N * D).mapToDouble(i -> g[i] / forward.deviation[i % D])),
                step("mean_term", List.of(D), IntStream.range(0, D).mapToDouble(d -> meanG[d] / forward.deviation[d])),
                step(
                        "h_term",
                        SHAPE,
                        IntStream.range(0, N * D)
                                .mapToDouble(i -> forward.h[i] * meanGh[i % D] / forward.deviation[i % D])));
    }

    private static Intermediate step(String name, List<Integer> shape, java.util.stream.DoubleStream values) {
        return new Intermediate(name, shape, values.toArray(), Optional.empty());
    }
}
