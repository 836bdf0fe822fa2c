package handgrad.judge.right;

/** {@code dL/dz} of the output: through {@code dL/dy} and f', or in one where f' cancels. */
record Losses(Form form, boolean throughSlope) {
    double[] delta(String loss, String f, double[] z, double[] y, double[] t) {
        Arithmetic n = form.n();
        boolean cancels = loss.equals("cross-entropy") || loss.equals("binary-cross-entropy");
        double[] delta = new double[y.length];
        if (cancels && !throughSlope) {
            double sum = loss.equals("cross-entropy") ? n.sum(t) : 1;
            for (int k = 0; k < y.length; k++) {
                delta[k] = n.r(n.r(y[k] * sum) - t[k]);
            }
            return delta;
        }
        double[] dy = slope(loss, y, t);
        if (!f.equals("softmax")) {
            for (int k = 0; k < y.length; k++) {
                delta[k] = n.r(dy[k] * form.slope(f, z[k], y[k]));
            }
            return delta;
        }
        double[] products = new double[y.length];
        for (int k = 0; k < y.length; k++) {
            products[k] = n.r(dy[k] * y[k]);
        }
        double all = n.sum(products);
        for (int k = 0; k < y.length; k++) {
            delta[k] = form.number() == 0 ? n.r(y[k] * n.r(dy[k] - all)) : n.r(products[k] - n.r(y[k] * all));
        }
        return delta;
    }

    private double[] slope(String loss, double[] y, double[] t) {
        Arithmetic n = form.n();
        double[] dy = new double[y.length];
        for (int k = 0; k < y.length; k++) {
            double e = n.r(y[k] - t[k]);
            dy[k] = switch (loss) {
                case "half-squared-error" -> e;
                case "mean-squared-error" ->
                    form.number() == 0 ? n.r(n.r(2 * e) / y.length) : n.r(n.r(2.0 / y.length) * e);
                case "absolute-error" -> e > 0 ? 1 : e < 0 ? -1 : e == 0 ? 2 * form.atZero() - 1 : Double.NaN;
                case "huber" ->
                    form.number() == 0 ? Math.max(-1, Math.min(1, e)) : Math.abs(e) <= 1 ? e : Math.signum(e);
                case "binary-cross-entropy" ->
                    form.number() == 0
                            ? n.r(e / n.r(y[k] * n.r(1 - y[k])))
                            : n.r(n.r(-t[k] / y[k]) + n.r(n.r(1 - t[k]) / n.r(1 - y[k])));
                case "cross-entropy" -> n.r(-t[k] / y[k]);
                default -> 0;
            };
        }
        return loss.equals("multiclass-hinge") ? hinge(y, t) : dy;
    }

    private double[] hinge(double[] y, double[] t) {
        Arithmetic n = form.n();
        int right = 0;
        for (int k = 0; k < t.length; k++) {
            right = t[k] == 1 ? k : right;
        }
        double[] dy = new double[y.length];
        double[] over = new double[y.length];
        for (int k = 0; k < y.length; k++) {
            double margin = n.r(n.r(y[k] - y[right]) + 1);
            over[k] = k == right ? 0 : margin > 0 ? 1 : margin < 0 ? 0 : margin == 0 ? form.atZero() : Double.NaN;
            dy[k] = over[k];
        }
        dy[right] = -n.sum(over);
        return dy;
    }
}
