package handgrad.judge;

import handgrad.network.Activation;
import handgrad.network.Loss;

/**
 * How the errors of operands pass through a network's functions when the derivatives are written in terms
 * of {@code a = f(z)} as most programs do.
 *
 * @param u the distance from 1 to the next number of the precision
 * @param tiny its smallest normal number: below it a result may be lost altogether
 */
record ErrorRules(double u, double tiny) {
    /** Roundings of an exponential and what is made of it. */
    private static final double FUNCTION = 8;

    /** {@code a = f(z)}, from the values of {@code a} and the errors of {@code z}. */
    Erring activate(Activation activation, double[] a, Erring z) {
        var erring = new Erring(a.length);
        for (int j = 0; j < a.length; j++) {
            double error =
                    switch (activation) {
                        case SIGMOID -> a[j] * (1 - a[j]) * z.error(j) + FUNCTION * u * a[j];
                        // A tanh made of exponentials errs by roundings of 1.
                        case TANH -> (1 - a[j] * a[j]) * z.error(j) + FUNCTION * u;
                        case RELU -> a[j] > 0 ? z.error(j) : 0;
                        case IDENTITY -> z.error(j);
                        case SOFTMAX -> a[j] * (2 * z.largestError() + (FUNCTION + a.length) * u);
                    };
            erring.set(j, a[j], error);
        }
        return erring;
    }

    /** A product in which 0 takes infinity with it: a bound that is infinite does no harm where nothing depends on it. */
    static double times(double a, double b) {
        return a == 0 || b == 0 ? 0 : a * b;
    }

    /** {@code dL/dz} of the output layer. */
    Erring outputDelta(Loss loss, Activation output, Erring y, double[] t) {
        double targets = 0;
        for (double target : t) {
            targets += Math.abs(target);
        }
        var delta = new Erring(t.length);
        for (int k = 0; k < t.length; k++) {
            double sizes = y.magnitude(k) + Math.abs(t[k]);
            double scale = loss == Loss.MEAN_SQUARED_ERROR ? 2.0 / t.length : 1;
            switch (loss) {
                case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR ->
                    delta.set(k, scale * (y.value(k) - t[k]), scale * (y.error(k) + 2 * u * sizes));
                case BINARY_CROSS_ENTROPY -> delta.set(k, y.value(k) - t[k], y.error(k) + FUNCTION * u * sizes);
                case CROSS_ENTROPY ->
                    delta.set(
                            k,
                            y.value(k) * targets - t[k],
                            targets * y.error(k) + FUNCTION * u * (y.value(k) * targets + Math.abs(t[k])));
            }
        }
        return switch (loss) {
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR -> timesSlope(output, y, delta);
            case BINARY_CROSS_ENTROPY, CROSS_ENTROPY -> delta;
        };
    }

    /** {@code s * f'(z)}; for softmax {@code s J(z)}. */
    Erring timesSlope(Activation activation, Erring a, Erring s) {
        if (activation == Activation.SOFTMAX) {
            return timesSoftmaxSlope(a, s);
        }
        var product = new Erring(a.size());
        for (int k = 0; k < a.size(); k++) {
            double value = a.value(k);
            double slope =
                    switch (activation) {
                        case SIGMOID -> value * (1 - value);
                        case TANH -> 1 - value * value;
                        case RELU -> value > 0 ? 1 : 0;
                        case IDENTITY, SOFTMAX -> 1;
                    };
            double slopeError =
                    switch (activation) {
                        case SIGMOID -> Math.abs(1 - 2 * value) * a.error(k) + 2 * u * value;
                        case TANH -> 2 * Math.abs(value) * a.error(k) + 2 * u;
                        case RELU, IDENTITY, SOFTMAX -> 0;
                    };
            // The product of the errors counts where both values have rounded to 0.
            double error = times(slope + slopeError, s.error(k)) + times(s.magnitude(k), slopeError + u * slope);
            product.set(k, s.value(k) * slope, error + tiny);
        }
        return product;
    }

    private Erring timesSoftmaxSlope(Erring a, Erring s) {
        double mean = 0;
        double meanSize = 0;
        double meanError = 0;
        for (int k = 0; k < a.size(); k++) {
            mean += a.value(k) * s.value(k);
            meanSize += a.value(k) * s.magnitude(k);
            meanError += a.value(k) * s.error(k) + a.error(k) * s.magnitude(k);
        }
        meanError += (a.size() + 2) * u * meanSize;
        var product = new Erring(a.size());
        for (int k = 0; k < a.size(); k++) {
            double size = s.magnitude(k) + meanSize;
            double error =
                    times(a.value(k) + a.error(k), s.error(k) + meanError + 4 * u * size) + times(a.error(k), size);
            product.set(k, a.value(k) * (s.value(k) - mean), error + tiny);
        }
        return product;
    }
}
