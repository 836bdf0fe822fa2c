package handgrad.diagnosis;

import handgrad.network.Activation;
import handgrad.network.Loss;
import handgrad.network.Network;
import java.util.List;
import java.util.Optional;

/** Activations, their derivatives and the output's delta of one sample, with the faults that are made in them. */
final class FaultyFunctions {
    private final Network network;
    private final List<Fault> faults;

    FaultyFunctions(Network network, List<Fault> faults) {
        this.network = network;
        this.faults = faults;
    }

    private boolean has(Mistake mistake, int layer) {
        return faults.stream().anyMatch(fault -> fault.is(mistake, layer));
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
        Activation activation = network.layer(l).activation();
        double[] product = s.clone();
        if (has(Mistake.MISSING_ACTIVATION_DERIVATIVE, l)) {
            return product;
        }
        double mean = 0;
        for (int k = 0; activation == Activation.SOFTMAX && k < s.length; k++) {
            mean += s[k] * a[k];
        }
        boolean diagonal = has(Mistake.SOFTMAX_DIAGONAL, l);
        for (int k = 0; k < s.length; k++) {
            if (activation == Activation.SOFTMAX) {
                product[k] = diagonal ? s[k] * a[k] * (1 - a[k]) : a[k] * (s[k] - mean);
            } else {
                double slope = slope(l, activation, z[k], a[k]);
                product[k] *= has(Mistake.ACTIVATION_DERIVATIVE_TWICE, l) ? slope * slope : slope;
            }
        }
        return product;
    }

    private double slope(int l, Activation activation, double z, double a) {
        if (has(Mistake.DERIVATIVE_AT_ACTIVATION, l)) {
            double[] again = activate(activation, new double[] {a});
            return fromActivation(activation, again[0]);
        }
        return fromActivation(activation, has(Mistake.DERIVATIVE_AT_PRE_ACTIVATION, l) ? z : a);
    }

    /** {@code f'} in terms of {@code a}. */
    private static double fromActivation(Activation activation, double a) {
        return switch (activation) {
            case SIGMOID -> a * (1 - a);
            case TANH -> 1 - a * a;
            case RELU -> a > 0 ? 1 : 0;
            case IDENTITY, SOFTMAX -> 1;
        };
    }

    /** {@code dL_i/dz} of the output layer. */
    double[] outputDelta(double[] z, double[] y, double[] t) {
        int last = network.depth() - 1;
        Optional<Fault> other = faults.stream()
                .filter(fault -> fault.is(Mistake.OUTPUT_DELTA_OF_OTHER_LOSS, last))
                .findFirst();
        if (other.isPresent()) {
            return ofOtherLoss(other.get().form(), z, y, t);
        }
        Optional<Fault> clip = faults.stream()
                .filter(fault -> fault.mistake() == Mistake.LOSS_CLIPPED)
                .findFirst();
        double[] delta = new double[y.length];
        double targets = 0;
        for (double target : t) {
            targets += target;
        }
        for (int k = 0; k < y.length; k++) {
            double factor = clip.isPresent() ? clipFactor(clip.get(), y[k], t[k]) : 1;
            delta[k] = switch (network.loss()) {
                case HALF_SQUARED_ERROR -> y[k] - t[k];
                case MEAN_SQUARED_ERROR -> (y[k] - t[k]) * 2 / y.length;
                case BINARY_CROSS_ENTROPY -> factor * (y[k] - t[k]);
                case CROSS_ENTROPY -> factor * (y[k] * targets - t[k]);
            };
        }
        return switch (network.loss()) {
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR -> timesSlope(last, z, y, delta);
            case BINARY_CROSS_ENTROPY, CROSS_ENTROPY -> crossEntropyDelta(last, z, y, t, delta);
        };
    }

    /** The faults of the slope come into a cross-entropy's delta only where it is taken through y, {@code dL/dy f'(z)}. */
    private double[] crossEntropyDelta(int last, double[] z, double[] y, double[] t, double[] delta) {
        boolean faulty = has(Mistake.MISSING_ACTIVATION_DERIVATIVE, last)
                || has(Mistake.DERIVATIVE_AT_ACTIVATION, last)
                || has(Mistake.DERIVATIVE_AT_PRE_ACTIVATION, last);
        if (!faulty) {
            return delta;
        }
        double[] byOutput = new double[y.length];
        for (int k = 0; k < y.length; k++) {
            byOutput[k] = network.loss() == Loss.CROSS_ENTROPY ? -t[k] / y[k] : (y[k] - t[k]) / (y[k] * (1 - y[k]));
        }
        return timesSlope(last, z, y, byOutput);
    }

    /** Form 0: as if f' cancelled, or did not; form 1: with the factor 2/nOut of the mean squared error. */
    private double[] ofOtherLoss(int form, double[] z, double[] y, double[] t) {
        double[] delta = new double[y.length];
        for (int k = 0; k < y.length; k++) {
            delta[k] = (y[k] - t[k]) * (form == 1 ? 2.0 / y.length : 1);
        }
        return switch (network.loss()) {
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR -> delta;
            case BINARY_CROSS_ENTROPY, CROSS_ENTROPY -> timesSlope(network.depth() - 1, z, y, delta);
        };
    }

    /**
     * Form 0: y is clipped to {@code [c, 1 - c]} in {@code (y - t) / (y (1 - y))} but not in the {@code y (1 - y)} of
     * {@code f'}, as DL4J does; form 1: no gradient passes where y is clipped, as automatic differentiation has it.
     */
    private static double clipFactor(Fault clip, double y, double t) {
        double c = clip.strength();
        double clipped = Math.min(Math.max(y, c), 1 - c);
        if (clipped == y) {
            return 1;
        }
        if (clip.form() == 1 || y == t) {
            return 0;
        }
        return (clipped - t) / (clipped * (1 - clipped)) * (y * (1 - y)) / (y - t);
    }
}
