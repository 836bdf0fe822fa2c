package handgrad.judge.diagnosis;

import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.network.function.loss.CrossEntropy;
import java.util.Arrays;
import java.util.Random;

/** A network, a random point and a random batch of the grid. */
record MatrixCase(Point theta, Samples samples, Kind kind) {
    /** What kind of place the point is. */
    enum Kind {
        /** Weights between -1 and 1, targets of order 1. */
        ORDINARY,
        /** Weights of order 0.03: gradients of the lower layers are small. */
        SMALL,
        /** Targets within 1e-5 of the outputs: all gradients are small. */
        CLOSE,
        /** Weights of the output layer so large that outputs are 0 or 1 but for 1e-3 to 1e-12. */
        SATURATED
    }

    static MatrixCase of(Network network, int n, Kind kind, long seed) {
        var random = new Random(seed);
        random.nextInt();
        double scale = kind == Kind.SMALL ? 0.03 : 1;
        double[] point = random.doubles(network.size(), -scale, scale).toArray();
        if (kind == Kind.SATURATED) {
            int output = network.blocks().get(2 * network.depth() - 2).offset();
            for (int i = output; i < point.length; i++) {
                point[i] *= 12;
            }
        }
        var theta = new Point(network, point);
        double[][] x = rows(n, network.nIn(), random, -2);
        double[][] t = targets(network, n, random);
        if (kind == Kind.CLOSE) {
            t = Matrices.zip(outputs(theta, x, t), t, (y, far) -> y + 1e-5 * (far - y));
        }
        return new MatrixCase(theta, new Samples(x, t), kind);
    }

    private static double[][] rows(int n, int width, Random random, double low) {
        double[][] rows = new double[n][];
        Arrays.setAll(rows, s -> random.doubles(width, low, 2).toArray());
        return rows;
    }

    private static double[][] targets(Network network, int n, Random random) {
        double[][] t = new double[n][network.nOut()];
        for (double[] row : t) {
            if (network.loss() instanceof CrossEntropy) {
                row[random.nextInt(row.length)] = 1;
            } else if (network.loss() instanceof BinaryCrossEntropy) {
                Arrays.setAll(row, k -> random.nextInt(2));
            } else {
                Arrays.setAll(row, k -> 2 * random.nextDouble() - 1);
            }
        }
        return t;
    }

    private static double[][] outputs(Point theta, double[][] x, double[][] t) {
        var program = new TextbookBackpropagation(theta, new Samples(x, t));
        program.forward();
        return program.y();
    }

    Network network() {
        return theta.network();
    }

    int n() {
        return samples.n();
    }

    /** The hidden layers' activation; the output's where there are none. */
    Activation hidden() {
        return network().layer(0).activation();
    }

    TextbookBackpropagation right() {
        return new TextbookBackpropagation(theta, samples);
    }

    double[][] x() {
        return samples.x();
    }

    @Override
    public String toString() {
        return "%s %s+%s %s %s n=%d %s"
                .formatted(
                        network().shape(),
                        hidden().id(),
                        network().outputLayer().activation().id(),
                        network().loss().id(),
                        network().reduction().id(),
                        n(),
                        kind);
    }
}
