package handgrad.judge.diagnosis;

import handgrad.network.Network;
import handgrad.network.function.Activation;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.number.Plain;

/** Activations and their derivatives of one sample, with the faults that are made in them. */
final class FaultyFunctions {
    private final Network network;
    private final Faults faults;

    FaultyFunctions(Network network, Faults faults) {
        this.network = network;
        this.faults = faults;
    }

    /** {@code a = f(z)}. */
    static double[] activate(Activation f, double[] z) {
        return ((Plain) f.of(Plain.of(z))).values();
    }

    /** {@code s * f'(z)} of layer {@code l}; a is f(z), unless it is stale. */
    double[] timesSlope(int l, double[] z, double[] a, double[] s) {
        if (faults.has(Mistake.MISSING_ACTIVATION_DERIVATIVE, l)) {
            return s.clone();
        }
        Activation f = faults.has(Mistake.SOFTMAX_DIAGONAL, l)
                ? new Sigmoid()
                : network.layer(l).activation();
        double[] once = timesSlopeOnce(l, f, z, a, s);
        return faults.has(Mistake.ACTIVATION_DERIVATIVE_TWICE, l) ? timesSlopeOnce(l, f, z, a, once) : once;
    }

    private double[] timesSlopeOnce(int l, Activation f, double[] z, double[] a, double[] s) {
        if (faults.has(Mistake.DERIVATIVE_AT_ACTIVATION, l)) {
            return timesSlope(f, a, activate(network.layer(l).activation(), a), s);
        }
        if (faults.has(Mistake.DERIVATIVE_AT_PRE_ACTIVATION, l)) {
            return timesSlope(f, z, z, s);
        }
        return timesSlope(f, f.slopeFromOutput() ? a : z, a, s);
    }

    /** {@code s * f'}, by hand. */
    static double[] timesSlope(Activation f, double[] z, double[] a, double[] s) {
        return ((Plain) f.timesSlope(Plain.of(s), Plain.of(z), Plain.of(a))).values();
    }
}
