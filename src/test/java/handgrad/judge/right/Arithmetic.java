package handgrad.judge.right;

/**
 * The numbers that a program computes in and how it adds up: each result is rounded to its precision, and sums are taken from the
 * first term on, from the last, or by halves.
 */
record Arithmetic(boolean single, Order order) {
    enum Order {
        FORWARD,
        BACKWARD,
        HALVES
    }

    double r(double x) {
        return single ? (float) x : x;
    }

    double[] r(double[] x) {
        double[] rounded = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            rounded[i] = r(x[i]);
        }
        return rounded;
    }

    double[][] r(double[][] x) {
        double[][] rounded = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            rounded[i] = r(x[i]);
        }
        return rounded;
    }

    double exp(double x) {
        return r(Math.exp(x));
    }

    double tanh(double x) {
        return r(Math.tanh(x));
    }

    double log(double x) {
        return r(Math.log(x));
    }

    double sum(double... terms) {
        return switch (order) {
            case FORWARD -> {
                double sum = 0;
                for (double term : terms) {
                    sum = r(sum + term);
                }
                yield sum;
            }
            case BACKWARD -> {
                double sum = 0;
                for (int i = terms.length - 1; i >= 0; i--) {
                    sum = r(sum + terms[i]);
                }
                yield sum;
            }
            case HALVES -> halves(terms, 0, terms.length);
        };
    }

    private double halves(double[] terms, int from, int end) {
        if (end - from <= 1) {
            return end == from ? 0 : terms[from];
        }
        int middle = (from + end) / 2;
        return r(halves(terms, from, middle) + halves(terms, middle, end));
    }
}
