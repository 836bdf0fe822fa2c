package handgrad.judge.diagnosis;

import handgrad.network.Activation;
import handgrad.network.Network;

/** Activations and their derivatives of one sample, with the faults that are made in them. */
final class FaultyFunctions {
    private final Network network;
    private final Faults faults;

    FaultyFunctions(Network network, Faults faults) {
        this.network = network;
        this.faults = faults;
    }

    /** {@code a = f(z)}. */
    static double[] activate(Activation activation, double[] z) {
        double[] a = new double[z.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : z) {
            largest = Math.max(largest, value);
        }
        double sum = 0;
        for (int k = 0; k < z.length; k++) {
            a[k] = switch (activation) {
                case SIGMOID -> sigmoid(z[k]);
                case TANH -> Math.tanh(z[k]);
                case RELU -> Math.max(z[k], 0);
                case IDENTITY -> z[k];
                case SOFTMAX -> Math.exp(z[k] - largest);
            };
            sum += a[k];
        }
        for (int k = 0; activation == Activation.SOFTMAX && k < z.length; k++) {
            a[k] /= sum;
        }
        return a;
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    /** {@code s * f'(z)} of layer {@code l}. */
    double[] timesSlope(int l, double[] z, double[] a, double[] s) {
        if (faults.has(Mistake.MISSING_ACTIVATION_DERIVATIVE, l)) {
            return s.clone();
        }
        Activation activation = network.layer(l).activation();
        double[] at = faults.has(Mistake.DERIVATIVE_AT_ACTIVATION, l)
                ? activate(activation, a)
                : faults.has(Mistake.DERIVATIVE_AT_PRE_ACTIVATION, l) ? z : a;
        boolean diagonal = faults.has(Mistake.SOFTMAX_DIAGONAL, l);
        double[] product = timesSlope(activation, at, s, diagonal);
        return faults.has(Mistake.ACTIVATION_DERIVATIVE_TWICE, l)
                ? timesSlope(activation, at, product, diagonal)
                : product;
    }

    /** {@code s * f'}, with {@code f'} in terms of {@code a}; softmax has its slope from each z to each output. */
    static double[] timesSlope(Activation activation, double[] a, double[] s, boolean diagonal) {
        double mean = 0;
        for (int k = 0; activation == Activation.SOFTMAX && k < s.length; k++) {
            mean += s[k] * a[k];
        }
        double[] product = new double[s.length];
        for (int k = 0; k < s.length; k++) {
            product[k] = switch (activation) {
                case SIGMOID -> s[k] * a[k] * (1 - a[k]);
                case TANH -> s[k] * (1 - a[k] * a[k]);
                case RELU -> a[k] > 0 ? s[k] : 0;
                case IDENTITY -> s[k];
                case SOFTMAX -> diagonal ? s[k] * a[k] * (1 - a[k]) : a[k] * (s[k] - mean);
            };
        }
        return product;
    }
}
