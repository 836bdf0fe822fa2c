package handgrad.judge.right;

/** A right program: backpropagation in plain loops, in some form, order and precision. */
record Program(Form form, boolean throughSlope) {
    Program {
        // Divided by y (1 - y) and multiplied by another form of it nothing would cancel.
        throughSlope = throughSlope && form.number() != 2;
    }

    /** The gradient of a problem: of each layer [nIn][nOut], and below it the bias's. */
    double[][][] gradient(Problem p) {
        Arithmetic n = form.n();
        int depth = p.weights().length;
        double[][][] w = new double[depth][][];
        double[][] b = new double[depth][];
        for (int l = 0; l < depth; l++) {
            w[l] = n.r(p.weights()[l]);
            b[l] = n.r(p.biases()[l]);
        }
        double[][] x = n.r(p.x());
        double[][] t = n.r(p.y());
        double[][][][] terms = new double[depth][][][];
        for (int l = 0; l < depth; l++) {
            terms[l] = new double[w[l].length + 1][b[l].length][x.length];
        }
        double factor = p.mean() ? n.r(1.0 / x.length) : 1;
        for (int s = 0; s < x.length; s++) {
            sample(p, w, b, x[s], t[s], s, factor, terms);
        }
        double[][][] gradient = new double[depth][][];
        for (int l = 0; l < depth; l++) {
            gradient[l] = new double[terms[l].length][b[l].length];
            for (int i = 0; i < gradient[l].length; i++) {
                for (int j = 0; j < b[l].length; j++) {
                    double sum = n.sum(terms[l][i][j]);
                    gradient[l][i][j] = early() ? sum : n.r(factor * sum);
                }
            }
        }
        return gradient;
    }

    /** Whether the mean is taken of the outputs' deltas, or of the whole. */
    private boolean early() {
        return form.number() == 1;
    }

    private void sample(
            Problem p,
            double[][][] w,
            double[][] b,
            double[] x,
            double[] t,
            int s,
            double factor,
            double[][][][] terms) {
        Arithmetic n = form.n();
        int depth = w.length;
        double[][] in = new double[depth + 1][];
        double[][] z = new double[depth][];
        in[0] = x;
        for (int l = 0; l < depth; l++) {
            z[l] = affine(in[l], w[l], b[l]);
            in[l + 1] = activation(p.activations()[l], z[l]);
        }
        double[] delta =
                new Losses(form, throughSlope).delta(p.loss(), p.activations()[depth - 1], z[depth - 1], in[depth], t);
        for (int j = 0; early() && j < delta.length; j++) {
            delta[j] = n.r(factor * delta[j]);
        }
        for (int l = depth - 1; l >= 0; l--) {
            for (int j = 0; j < delta.length; j++) {
                for (int i = 0; i < in[l].length; i++) {
                    terms[l][i][j][s] = n.r(in[l][i] * delta[j]);
                }
                terms[l][in[l].length][j][s] = delta[j];
            }
            if (l > 0) {
                delta = below(p.activations()[l - 1], w[l], delta, z[l - 1], in[l]);
            }
        }
    }

    private double[] below(String f, double[][] w, double[] delta, double[] z, double[] a) {
        Arithmetic n = form.n();
        double[] next = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            double[] products = new double[delta.length];
            for (int j = 0; j < delta.length; j++) {
                products[j] = n.r(w[i][j] * delta[j]);
            }
            next[i] = n.r(n.sum(products) * form.slope(f, z[i], a[i]));
        }
        return next;
    }

    private double[] affine(double[] in, double[][] w, double[] b) {
        Arithmetic n = form.n();
        double[] z = new double[b.length];
        for (int j = 0; j < z.length; j++) {
            double[] products = new double[in.length];
            for (int i = 0; i < in.length; i++) {
                products[i] = n.r(in[i] * w[i][j]);
            }
            z[j] = n.r(n.sum(products) + b[j]);
        }
        return z;
    }

    private double[] activation(String f, double[] z) {
        if (f.equals("softmax")) {
            return form.softmax(z);
        }
        double[] a = new double[z.length];
        for (int k = 0; k < z.length; k++) {
            double value = form.value(f, z[k]);
            // Where a form overflows no program of it is right.
            a[k] = Double.isInfinite(value) ? Double.NaN : value;
        }
        return a;
    }
}
