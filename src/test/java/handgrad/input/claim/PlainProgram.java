package handgrad.input.claim;

import java.util.Random;

/**
 * Backpropagation as somebody else writes it, in loops over plain arrays; shares nothing with the project. Samples are rows,
 * weights {@code [nIn][nOut]}.
 */
final class PlainProgram {
    final String[] f;
    final double[][][] w;
    final double[][] b;
    final boolean[] hasBias;
    String loss;
    double scale = 1;
    double[][] x;
    double[][] t;

    double[][][] z;
    double[][][] a;
    double[][][] dw;
    double[][] db;
    double[][] dx;
    double value;

    PlainProgram(int... widths) {
        int depth = widths.length - 1;
        f = new String[depth];
        w = new double[depth][][];
        b = new double[depth][];
        hasBias = new boolean[depth];
        for (int l = 0; l < depth; l++) {
            w[l] = new double[widths[l]][widths[l + 1]];
            b[l] = new double[widths[l + 1]];
        }
    }

    int depth() {
        return w.length;
    }

    int nIn() {
        return w[0].length;
    }

    int nOut() {
        return b[depth() - 1].length;
    }

    void draw(Random random) {
        for (int l = 0; l < depth(); l++) {
            for (double[] row : w[l]) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = random.nextGaussian();
                }
            }
            for (int j = 0; hasBias[l] && j < b[l].length; j++) {
                b[l][j] = 0.5 * random.nextGaussian();
            }
        }
    }

    private static double apply(String f, double z) {
        return switch (f) {
            case "sigmoid" -> 1 / (1 + Math.exp(-z));
            case "tanh" -> Math.tanh(z);
            case "relu" -> Math.max(0, z);
            case "leaky-relu" -> z > 0 ? z : 0.01 * z;
            default -> z;
        };
    }

    private static double slope(String f, double z, double a) {
        return switch (f) {
            case "sigmoid" -> a * (1 - a);
            case "tanh" -> 1 - a * a;
            case "relu" -> z > 0 ? 1 : 0;
            case "leaky-relu" -> z > 0 ? 1 : 0.01;
            default -> 1;
        };
    }

    private static double[] softmax(double... z) {
        double largest = z[0];
        for (double each : z) {
            largest = Math.max(largest, each);
        }
        double sum = 0;
        double[] y = new double[z.length];
        for (int k = 0; k < z.length; k++) {
            y[k] = Math.exp(z[k] - largest);
            sum += y[k];
        }
        for (int k = 0; k < z.length; k++) {
            y[k] /= sum;
        }
        return y;
    }

    /** Forward and backward; the loss is {@code scale} times the sum over the samples. */
    void run() {
        int depth = depth();
        z = new double[depth][x.length][];
        a = new double[depth][x.length][];
        dw = new double[depth][][];
        db = new double[depth][];
        dx = new double[x.length][nIn()];
        value = 0;
        for (int l = 0; l < depth; l++) {
            dw[l] = new double[w[l].length][b[l].length];
            db[l] = new double[b[l].length];
        }
        for (int s = 0; s < x.length; s++) {
            double[] in = x[s];
            for (int l = 0; l < depth; l++) {
                z[l][s] = b[l].clone();
                for (int j = 0; j < b[l].length; j++) {
                    for (int i = 0; i < in.length; i++) {
                        z[l][s][j] += in[i] * w[l][i][j];
                    }
                }
                a[l][s] = f[l].equals("softmax") ? softmax(z[l][s]) : z[l][s].clone();
                for (int j = 0; !f[l].equals("softmax") && j < b[l].length; j++) {
                    a[l][s][j] = apply(f[l], z[l][s][j]);
                }
                in = a[l][s];
            }
            backward(s);
        }
    }

    private void backward(int s) {
        double[] delta = outputDelta(s);
        for (int l = depth() - 1; l >= 0; l--) {
            double[] in = l == 0 ? x[s] : a[l - 1][s];
            double[] below = new double[in.length];
            for (int j = 0; j < delta.length; j++) {
                db[l][j] += delta[j];
                for (int i = 0; i < in.length; i++) {
                    dw[l][i][j] += in[i] * delta[j];
                    below[i] += w[l][i][j] * delta[j];
                }
            }
            for (int i = 0; l > 0 && i < in.length; i++) {
                below[i] *= slope(f[l - 1], z[l - 1][s][i], a[l - 1][s][i]);
            }
            delta = below;
        }
        dx[s] = delta;
    }

    private double[] outputDelta(int s) {
        int last = depth() - 1;
        double[] y = a[last][s];
        double[] delta = new double[y.length];
        double dot = 0;
        for (int k = 0; k < y.length; k++) {
            double error = y[k] - t[s][k];
            double up =
                    switch (loss) {
                        case "half" -> error;
                        case "sum" -> 2 * error;
                        case "mean" -> 2 * error / y.length;
                        default -> t[s][k];
                    };
            value += scale
                    * switch (loss) {
                        case "half" -> error * error / 2;
                        case "sum" -> error * error;
                        case "mean" -> error * error / y.length;
                        case "binary" -> -t[s][k] * Math.log(y[k]) - (1 - t[s][k]) * Math.log(1 - y[k]);
                        case "classes" -> t[s][k] == 0 ? 0 : -t[s][k] * Math.log(y[k]);
                        default -> t[s][k] * y[k];
                    };
            boolean cancels = loss.equals("binary") || loss.equals("classes");
            delta[k] = scale * (cancels ? error : up);
            dot += delta[k] * y[k];
            if (!cancels && !f[last].equals("softmax")) {
                delta[k] *= slope(f[last], z[last][s][k], y[k]);
            }
        }
        for (int k = 0; f[last].equals("softmax") && !loss.equals("classes") && k < y.length; k++) {
            delta[k] = y[k] * (delta[k] - dot);
        }
        return delta;
    }
}
