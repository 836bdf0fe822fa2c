package handgrad.judge.reading;

import handgrad.judge.reading.Planted.Kind;
import handgrad.network.Block;
import handgrad.network.Network;
import java.util.List;

/** Backpropagation as it is written in a book, sum by sum, with mistakes where they are planted. */
final class Textbook {
    private final Network network;
    private final Problem problem;
    private final List<Planted> planted;
    private final int n;
    private final double[][][] w;
    /** {@code a[0] = x}. */
    private final double[][][] a;

    Textbook(Problem problem, List<Planted> planted) {
        this.problem = problem;
        this.network = problem.network();
        this.planted = planted;
        this.n = problem.samples().n();
        this.w = new double[network.depth()][][];
        this.a = new double[network.depth() + 1][][];
    }

    private boolean has(Kind kind, int layer) {
        return planted.contains(new Planted(kind, layer));
    }

    double[] gradient() {
        forward();
        double[] gradient = new double[network.size()];
        int last = network.depth() - 1;
        double[][] slope = new double[n][network.nOut()];
        double[][] below = slope;
        for (int s = 0; s < n; s++) {
            for (int j = 0; j < network.nOut(); j++) {
                slope[s][j] = (a[last + 1][s][j] - problem.samples().y()[s][j])
                        * network.reduction().factor(n);
            }
        }
        for (int l = last; l >= 0; l--) {
            double[][] delta = new double[n][];
            for (int s = 0; s < n; s++) {
                delta[s] = has(Kind.DERIVATIVE_MISSING, l)
                        ? slope[s]
                        : Curves.timesDerivative(name(l), slope[s], a[l + 1][s]);
            }
            learn(l, delta, gradient);
            if (l > 0) {
                below = has(Kind.RAW_ERROR_PASSED_DOWN, l - 1) ? slope : delta;
                slope = down(below, w[l], has(Kind.TRANSPOSED_ON_THE_WAY_DOWN, l - 1));
            }
        }
        return gradient;
    }

    private void forward() {
        a[0] = problem.samples().x();
        for (int l = 0; l < network.depth(); l++) {
            w[l] = problem.theta().rows(network.blocks(l).get(0));
            double[] b = problem.theta().values(network.blocks(l).get(1));
            a[l + 1] = new double[n][];
            for (int s = 0; s < n; s++) {
                double[] z = b.clone();
                for (int i = 0; i < w[l].length; i++) {
                    for (int j = 0; j < z.length; j++) {
                        z[j] += a[l][s][i] * w[l][i][j];
                    }
                }
                a[l + 1][s] = Curves.of(name(l), z);
            }
        }
    }

    private String name(int l) {
        return network.layer(l).activation().id();
    }

    private static double[][] down(double[][] delta, double[][] w, boolean transposed) {
        double[][] slope = new double[delta.length][w.length];
        for (int s = 0; s < delta.length; s++) {
            for (int i = 0; i < w.length; i++) {
                for (int j = 0; j < w[0].length; j++) {
                    slope[s][i] += delta[s][j] * (transposed ? w[j][i] : w[i][j]);
                }
            }
        }
        return slope;
    }

    private void learn(int l, double[][] delta, double[] gradient) {
        Block weights = network.blocks(l).get(0);
        Block bias = network.blocks(l).get(1);
        double sign = has(Kind.GRADIENT_NEGATED, l) ? -1 : 1;
        double twice = has(Kind.WEIGHTS_DOUBLED, l) ? 2 : 1;
        for (int s = 0; s < n; s++) {
            for (int j = 0; j < delta[s].length; j++) {
                for (int i = 0; i < a[l][s].length; i++) {
                    gradient[weights.index(i, j)] += sign * twice * a[l][s][i] * delta[s][j];
                }
                for (int k = 0; k < delta[s].length; k++) {
                    boolean added = has(Kind.BIAS_SUMMED_OVER_NEURONS, l) || k == j;
                    gradient[bias.index(0, j)] += added ? sign * delta[s][k] : 0;
                }
            }
        }
    }
}
