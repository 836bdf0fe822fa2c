package handgrad.judge.diagnosis;

import static handgrad.judge.diagnosis.Matrices.columnSums;
import static handgrad.judge.diagnosis.Matrices.dot;
import static handgrad.judge.diagnosis.Matrices.minus;
import static handgrad.judge.diagnosis.Matrices.plusRow;
import static handgrad.judge.diagnosis.Matrices.scale;
import static handgrad.judge.diagnosis.Matrices.transpose;

import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.network.function.loss.CrossEntropy;

/**
 * Backpropagation in matrix form as it is written in NumPy, a step a method. It is right as it stands; to plant a mistake
 * is to override the step in which people make it.
 */
class TextbookBackpropagation {
    final Network network;
    final int depth;
    final int n;
    final int last;
    final double[][] x;
    final double[][] t;
    final double[][][] w;
    final double[][] b;
    /** {@code z[l]} and {@code a[l + 1] = f(z[l])}, with {@code a[0] = x}. */
    final double[][][] z;

    final double[][][] a;
    /** Whether the output's delta goes from {@code dL/dy} through {@code f'}, where it could be {@code y - t} at once. */
    boolean longWay;

    TextbookBackpropagation(Point theta, Samples samples) {
        network = theta.network();
        depth = network.depth();
        last = depth - 1;
        n = samples.n();
        x = samples.x();
        t = samples.y();
        w = new double[depth][][];
        b = new double[depth][];
        for (int l = 0; l < depth; l++) {
            w[l] = theta.rows(network.blocks(l).get(0));
            b[l] = theta.values(network.blocks(l).get(1));
        }
        z = new double[depth][][];
        a = new double[depth + 1][][];
    }

    final MatrixGradient gradient() {
        forward();
        var gradient = new MatrixGradient(new double[depth][][], new double[depth][]);
        double[][] delta = outputDelta();
        for (int l = last; l >= 0; l--) {
            gradient.weights()[l] = weightsGradient(l, delta);
            gradient.bias()[l] = biasGradient(l, delta);
            if (l > 0) {
                delta = throughActivation(l - 1, passDown(l, delta));
            }
        }
        return gradient;
    }

    void forward() {
        a[0] = x;
        for (int l = 0; l < depth; l++) {
            z[l] = plusRow(product(l), b[l]);
            a[l + 1] = Slopes.activate(activation(l), z[l]);
        }
    }

    /** {@code a^(l-1) W^l}. */
    double[][] product(int l) {
        return dot(a[l], w[l]);
    }

    /** {@code dL/dz} of the output layer. */
    double[][] outputDelta() {
        boolean fused = network.loss() instanceof BinaryCrossEntropy || network.loss() instanceof CrossEntropy;
        return fused && !longWay ? minus(y(), t) : throughActivation(last, lossSlope());
    }

    /** {@code dL/dy}. */
    double[][] lossSlope() {
        return switch (network.loss().id()) {
            case "half-squared-error" -> minus(y(), t);
            case "mean-squared-error" -> scale(2.0 / network.nOut(), minus(y(), t));
            case "binary-cross-entropy" -> Matrices.zip(y(), t, (y, t) -> (1 - t) / (1 - y) - t / y);
            case "cross-entropy" -> Matrices.zip(y(), t, (y, t) -> -t / y);
            default -> throw new IllegalArgumentException(network.loss().id());
        };
    }

    /** {@code dA * f'(z^l)}. */
    double[][] throughActivation(int l, double[][] dA) {
        return Slopes.through(activation(l), z[l], a[l + 1], dA);
    }

    /** {@code delta^l W^l^T}. */
    double[][] passDown(int l, double[][] delta) {
        return dot(delta, transpose(w[l]));
    }

    /** {@code a^(l-1)}, by which the gradient of {@code W^l} is made. */
    double[][] input(int l) {
        return a[l];
    }

    double[][] weightsGradient(int l, double[][] delta) {
        return scale(factor(), dot(transpose(input(l)), delta));
    }

    double[] biasGradient(int l, double[][] delta) {
        return scale(factor(), columnSums(delta));
    }

    final double factor() {
        return network.reduction().factor(n);
    }

    final double[][] y() {
        return a[depth];
    }

    final Activation activation(int l) {
        return network.layer(l).activation();
    }
}
