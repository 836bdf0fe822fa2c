package handgrad.judge.right;

import handgrad.judge.right.Problem.Kind;
import java.util.List;
import java.util.Random;

/** Random problems of all kinds; one seed, one problem. */
final class Problems {
    private static final String[] HIDDEN = {
        "relu",
        "relu",
        "relu",
        "sigmoid",
        "tanh",
        "identity",
        "leaky-relu",
        "elu",
        "softplus",
        "silu",
        "gelu",
        "gelu-tanh"
    };
    private static final String[] LOSSES = {
        "half-squared-error", "mean-squared-error", "absolute-error", "huber", "multiclass-hinge"
    };

    private static final List<Kind> KINDS = List.of(Kind.values());

    private final Random random;
    private final Kind kind;

    private Problems(long seed) {
        this.random = new Random(seed * 7919 + 17);
        this.kind = KINDS.get((int) (seed % KINDS.size()));
    }

    static Problem of(long seed) {
        return new Problems(seed).problem();
    }

    private Problem problem() {
        int depth = 1 + random.nextInt(5);
        int[] widths = new int[depth + 1];
        for (int l = 0; l <= depth; l++) {
            widths[l] = 1 + random.nextInt(random.nextInt(4) == 0 ? 16 : 5);
        }
        if (kind == Kind.CORNERS) {
            widths[0] = 2;
        }
        String[] f = new String[depth];
        String hidden = HIDDEN[random.nextInt(HIDDEN.length)];
        for (int l = 0; l < depth; l++) {
            f[l] = random.nextInt(3) == 0 ? HIDDEN[random.nextInt(HIDDEN.length)] : hidden;
        }
        String loss = LOSSES[random.nextInt(LOSSES.length)];
        int output = random.nextInt(3);
        if (output == 0) {
            f[depth - 1] = "sigmoid";
            loss = "binary-cross-entropy";
        } else if (output == 1) {
            f[depth - 1] = "softmax";
            loss = random.nextInt(3) == 0 ? loss : "cross-entropy";
        }
        if (output == 1 || loss.equals("multiclass-hinge")) {
            widths[depth] = Math.max(2, widths[depth]);
        }
        int n = kind == Kind.CORNERS ? 4 : 1 + random.nextInt(random.nextInt(5) == 0 ? 20 : 6);
        double[][][] w = new double[depth][][];
        double[][] b = new double[depth][];
        for (int l = 0; l < depth; l++) {
            w[l] = weights(widths[l], widths[l + 1]);
            b[l] = biases(widths[l + 1]);
        }
        double[][] x = inputs(n, widths[0]);
        double[][] y = targets(n, widths[depth], loss);
        if (kind == Kind.DUPLICATES) {
            duplicate(w, b, x, y);
        }
        return new Problem(kind, w, b, f, loss, random.nextBoolean(), x, y);
    }

    private double steps(int most) {
        return (random.nextInt(2 * most + 1) - most) / 10.0;
    }

    private double[][] weights(int nIn, int nOut) {
        boolean zero = kind == Kind.ZERO_WEIGHTS && random.nextInt(3) > 0;
        double scale = (kind == Kind.SATURATED ? 400 : 1) / Math.sqrt(nIn);
        double[][] w = new double[nIn][nOut];
        for (double[] row : w) {
            for (int j = 0; j < nOut; j++) {
                row[j] = zero
                        ? 0
                        : kind == Kind.STEPS || kind == Kind.CORNERS ? steps(10) : scale * random.nextGaussian();
            }
        }
        return w;
    }

    private double[] biases(int nOut) {
        boolean none = kind == Kind.STEPS || kind == Kind.CORNERS || random.nextInt(3) == 0;
        double[] b = new double[nOut];
        for (int j = 0; j < nOut && !none; j++) {
            b[j] = (kind == Kind.SATURATED ? 100 : 0.3) * random.nextGaussian();
        }
        return b;
    }

    private double[][] inputs(int n, int nIn) {
        double[][] x = new double[n][nIn];
        double scale = kind == Kind.LARGE_INPUTS ? Math.pow(10, 1 + random.nextInt(6)) : 1;
        boolean sparse = random.nextInt(4) == 0;
        for (int s = 0; s < n; s++) {
            for (int i = 0; i < nIn; i++) {
                x[s][i] = kind == Kind.CORNERS
                        ? s >> i & 1
                        : kind == Kind.STEPS
                                ? steps(7)
                                : sparse && random.nextBoolean() ? 0 : scale * random.nextGaussian();
            }
        }
        return x;
    }

    private double[][] targets(int n, int nOut, String loss) {
        double[][] y = new double[n][nOut];
        for (double[] t : y) {
            switch (loss) {
                case "cross-entropy", "multiclass-hinge" -> t[random.nextInt(nOut)] = 1;
                case "binary-cross-entropy" -> {
                    for (int k = 0; k < nOut; k++) {
                        t[k] = random.nextInt(2);
                    }
                }
                default -> {
                    for (int k = 0; k < nOut; k++) {
                        t[k] = random.nextInt(3) == 0 ? 0 : kind == Kind.STEPS ? steps(10) : random.nextGaussian();
                    }
                }
            }
        }
        return y;
    }

    /** The second half of the samples is the first; every second unit of a layer is the one before. */
    private static void duplicate(double[][][] w, double[][] b, double[][] x, double[][] y) {
        for (int s = x.length / 2; s < x.length; s++) {
            x[s] = x[s - x.length / 2].clone();
            y[s] = y[s - x.length / 2].clone();
        }
        for (int l = 0; l < w.length - 1; l++) {
            for (int j = 1; j < b[l].length; j += 2) {
                b[l][j] = b[l][j - 1];
                for (double[] row : w[l]) {
                    row[j] = row[j - 1];
                }
            }
        }
    }
}
