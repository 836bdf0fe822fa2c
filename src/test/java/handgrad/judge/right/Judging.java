package handgrad.judge.right;

import handgrad.judge.Judge;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import handgrad.network.layer.Dense;
import handgrad.network.layer.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Hands a problem and its gradients, which are plain arrays, to the judge. */
record Judging(Problem problem, Network network) {
    static Judging of(Problem problem) {
        var layers = new ArrayList<Layer>();
        for (int l = 0; l < problem.weights().length; l++) {
            double[][] w = problem.weights()[l];
            Activation f = Definitions.named(Activation.class, "activation", problem.activations()[l]);
            layers.add(new Dense(w.length, w[0].length, f));
        }
        Loss loss = Definitions.named(Loss.class, "loss", problem.loss());
        return new Judging(problem, new Network(layers, loss, problem.mean() ? Reduction.MEAN : Reduction.SUM));
    }

    Judge judge(boolean single) {
        return new Judge(theta(), samples(), single ? Precision.FLOAT : Precision.DOUBLE);
    }

    Point theta() {
        double[][][] theta = new double[problem.weights().length][][];
        for (int l = 0; l < theta.length; l++) {
            List<double[]> rows = new ArrayList<>(List.of(problem.weights()[l]));
            rows.add(problem.biases()[l]);
            theta[l] = rows.toArray(double[][]::new);
        }
        return point(theta);
    }

    Samples samples() {
        return new Samples(problem.x(), problem.y());
    }

    /** From layers of [nIn][nOut], with a bias in the last row, which is the order of the columns of each. */
    Point point(double[][][] layers) {
        double[] flat = new double[network.size()];
        int at = 0;
        for (double[][] layer : layers) {
            int nIn = layer.length - 1;
            for (int j = 0; j < layer[0].length; j++) {
                for (int i = 0; i < nIn; i++) {
                    flat[at++] = layer[i][j];
                }
            }
            for (double bias : layer[nIn]) {
                flat[at++] = bias;
            }
        }
        return new Point(network, flat);
    }

    /** The largest difference of two gradients in a layer. */
    double apart(Point one, Point other, int l) {
        return network.blocks(l).stream()
                .flatMapToInt(block -> IntStream.range(block.offset(), block.end()))
                .mapToDouble(i -> Math.abs(one.values()[i] - other.values()[i]))
                .max()
                .orElseThrow();
    }
}
