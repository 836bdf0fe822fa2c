package handgrad.judge.reading;

import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.number.Plain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What a right program holds at one point on one batch, as plain matrices, a row a sample; and what is claimed. Layers count from
 * 0; dense layers only.
 */
final class Scene {
    final Network network;
    final Point theta;
    final Samples samples;
    final OptionalDouble learningRate;
    /** {@code 1/n} or 1. */
    final double factor;

    final int n;
    final int last;
    private final List<List<Block>> blocks;
    private final List<double[][]> z = new ArrayList<>();
    private final List<double[][]> a = new ArrayList<>();

    Scene(Point theta, Samples samples, OptionalDouble learningRate) {
        this(theta, samples, learningRate, samples.n(), false);
    }

    /**
     * @param divisor of a mean
     * @param sumsKept whether z is added to that of the sample before, as where sums are not set to 0
     */
    private Scene(Point theta, Samples samples, OptionalDouble learningRate, int divisor, boolean sumsKept) {
        this.network = theta.network();
        this.theta = theta;
        this.samples = samples;
        this.learningRate = learningRate;
        this.n = samples.n();
        this.last = network.depth() - 1;
        this.factor = network.reduction().factor(divisor);
        this.blocks = IntStream.rangeClosed(0, last).mapToObj(network::blocks).toList();
        for (int l = 0; l <= last; l++) {
            double[][] sums = Matrices.timesTransposed(input(l), Matrices.transposed(w(l)));
            for (int s = 0; s < n; s++) {
                for (int j = 0; j < sums[s].length; j++) {
                    sums[s][j] += b(l)[j] + (sumsKept && s > 0 ? sums[s - 1][j] : 0);
                }
            }
            z.add(sums);
            a.add(applied(f(l), sums));
        }
    }

    /** At another point, or of a network with other functions. */
    Scene at(Point other) {
        return new Scene(other, samples, learningRate);
    }

    /** On other samples, whose number does not have to be that which a mean is divided by. */
    Scene on(Samples other, int divisor) {
        return new Scene(theta, other, learningRate, divisor, false);
    }

    /** Where z is added to that of the sample before. */
    Scene withSumsKept() {
        return new Scene(theta, samples, learningRate, n, true);
    }

    Activation f(int l) {
        return network.layer(l).activation();
    }

    int nIn(int l) {
        return network.layer(l).nIn();
    }

    int nOut(int l) {
        return network.layer(l).nOut();
    }

    double[][] z(int l) {
        return z.get(l);
    }

    double[][] a(int l) {
        return a.get(l);
    }

    /** What layer l is fed. */
    double[][] input(int l) {
        return l == 0 ? samples.x() : a.get(l - 1);
    }

    double[][] y() {
        return a.get(last);
    }

    double[][] t() {
        return samples.y();
    }

    Block weights(int l) {
        return blocks.get(l).get(0);
    }

    Block bias(int l) {
        return blocks.get(l).get(1);
    }

    /** {@code W^l}. */
    double[][] w(int l) {
        return theta.rows(weights(l));
    }

    double[] b(int l) {
        return theta.values(bias(l));
    }

    /** {@code dL/da f'}, with the derivative by hand taken at z and a. */
    static double[][] timesSlope(Activation f, double[][] dA, double[][] z, double[][] a) {
        double[][] delta = new double[dA.length][];
        Arrays.setAll(delta, s -> ((Plain) f.timesSlope(Plain.of(dA[s]), Plain.of(z[s]), Plain.of(a[s]))).values());
        return delta;
    }

    /** {@code f'(z)} of an activation of each number by itself. */
    static double[][] slope(Activation f, double[][] z, double[][] a) {
        return timesSlope(f, Matrices.filled(z.length, z[0].length, 1), z, a);
    }

    static double[][] applied(Activation f, double[][] z) {
        double[][] a = new double[z.length][];
        Arrays.setAll(a, s -> ((Plain) f.of(Plain.of(z[s]))).values());
        return a;
    }

    /** {@code dL/dy}, with the factor of the reduction. */
    double[][] lossSlope() {
        double[][] e = new double[n][];
        Arrays.setAll(e, s -> ((Plain)
                        network.loss().slope(Plain.of(y()[s]), Plain.of(t()[s])).times(factor))
                .values());
        return e;
    }

    /** {@code dL/dz} of the output, right. */
    double[][] outputDelta() {
        double[][] delta = new double[n][];
        Arrays.setAll(delta, s -> ((Plain) network.loss()
                        .delta(f(last), Plain.of(z(last)[s]), Plain.of(y()[s]), Plain.of(t()[s]))
                        .times(factor))
                .values());
        return delta;
    }

    /** Whether a function acts on each number by itself, so that a factor f' stands for its derivative. */
    boolean entrywise(int l) {
        return f(l).entrywise();
    }

    /** The right gradient, by backpropagation, in the layout of the parameters. */
    double[] gradient() {
        double[] gradient = new double[network.size()];
        double[][] delta = outputDelta();
        for (int l = last; l >= 0; l--) {
            double[][] product = Matrices.transposedTimes(input(l), delta);
            double[] columns = Matrices.flat(Matrices.transposed(product));
            double[] sums = Matrices.columnSums(delta);
            System.arraycopy(columns, 0, gradient, weights(l).offset(), columns.length);
            System.arraycopy(sums, 0, gradient, bias(l).offset(), sums.length);
            if (l > 0) {
                delta = timesSlope(f(l - 1), Matrices.timesTransposed(delta, w(l)), z(l - 1), a(l - 1));
            }
        }
        return gradient;
    }
}
