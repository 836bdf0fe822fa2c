package handgrad.judge;

/** Values, each with a bound of its absolute error. */
final class Erring {
    private final double[] values;
    private final double[] errors;

    Erring(int size) {
        this.values = new double[size];
        this.errors = new double[size];
    }

    int size() {
        return values.length;
    }

    double value(int k) {
        return values[k];
    }

    /** {@code |value|}. */
    double magnitude(int k) {
        return Math.abs(values[k]);
    }

    double error(int k) {
        return errors[k];
    }

    void set(int k, double value, double error) {
        values[k] = value;
        errors[k] = error;
    }

    double largestError() {
        double largest = 0;
        for (double error : errors) {
            largest = Math.max(largest, error);
        }
        return largest;
    }
}
