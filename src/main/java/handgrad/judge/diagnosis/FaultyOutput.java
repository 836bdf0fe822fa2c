package handgrad.judge.diagnosis;

import handgrad.judge.reading.Step;
import handgrad.network.Network;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.network.function.loss.CrossEntropy;
import handgrad.network.number.Plain;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** {@code dL_i/dz} of the output layer for one sample, with the faults that are made there. */
final class FaultyOutput {
    /** Of another loss's delta: {@code y - t}, as if f' cancelled. */
    static final int DIFFERENCE = 0;
    /** {@code (y - t) f'}, the half squared error's. */
    static final int HALF_SQUARED = 1;
    /** {@code 2/nOut (y - t) f'}, the mean squared error's. */
    static final int MEAN_SQUARED = 2;
    /** {@code (y - t) y (1 - y)} of softmax, as for sigmoids. */
    static final int OF_SIGMOIDS = 3;
    /** Softmax's cross-entropy {@code -sum t ln y} of sigmoids; the binary one of softmax. */
    static final int OTHER_CROSS_ENTROPY = 4;

    private static final List<String> LOSSES = List.of(
            "y - t, as for a cross-entropy",
            "that of a half squared error",
            "that of a mean squared error",
            "that of a squared error on sigmoids",
            "that of the other cross-entropy, of classes or of single outputs");

    private static final List<String> DELTAS = List.of(
            "y - t",
            "(y - t) * f'(z^l)",
            "2/nOut (y - t) * f'(z^l)",
            "(y - t) * y (1 - y)",
            "dL/dz^l of the other cross-entropy");

    private final Network network;
    private final Faults faults;
    private final FaultyFunctions functions;
    private final int last;

    FaultyOutput(Network network, Faults faults, FaultyFunctions functions) {
        this.network = network;
        this.faults = faults;
        this.functions = functions;
        this.last = network.depth() - 1;
    }

    /** The words for a delta of another loss, in one of the forms above. */
    static Wording wording(int form) {
        return new Wording(
                Step.OUTPUT_DELTA,
                "delta^l = " + DELTAS.get(form),
                "the output's delta is " + LOSSES.get(form),
                Mistake.OUTPUT_DELTA_OF_OTHER_LOSS.cure());
    }

    /** @param a where the slope is taken: y, if nothing is stale */
    double[] delta(double[] z, double[] y, double[] a, double[] t) {
        Optional<Fault> other = faults.find(Mistake.OUTPUT_DELTA_OF_OTHER_LOSS, last);
        if (other.isPresent()) {
            return ofOtherLoss(other.get().form(), z, y, a, t);
        }
        Optional<Fault> clip = faults.find(Mistake.LOSS_CLIPPED, last);
        if (clip.isPresent()) {
            return new ClippedLoss(network.loss(), clip.get()).delta(y, t);
        }
        if (network.loss().cancels() && !slopeIsFaulty()) {
            return ((Plain) network.loss()
                            .delta(network.outputLayer().activation(), Plain.of(z), Plain.of(y), Plain.of(t)))
                    .values();
        }
        return functions.timesSlope(last, z, a, slope(y, t));
    }

    /** {@code dL/dy}. */
    private double[] slope(double[] y, double[] t) {
        return ((Plain) network.loss().slope(Plain.of(y), Plain.of(t))).values();
    }

    static double[] vector(int length, IntToDoubleFunction entry) {
        double[] vector = new double[length];
        Arrays.setAll(vector, entry);
        return vector;
    }

    private static double[] difference(double[] y, double[] t, double factor) {
        return vector(y.length, k -> (y[k] - t[k]) * factor);
    }

    /**
     * Faults of the slope come into a cross-entropy's delta only where it is taken through y, {@code dL/dy f'(z)}; form 1
     * has them in the hidden layers only.
     */
    private boolean slopeIsFaulty() {
        return faults.has(Mistake.MISSING_ACTIVATION_DERIVATIVE, last, 0)
                || faults.has(Mistake.DERIVATIVE_AT_ACTIVATION, last, 0)
                || faults.has(Mistake.DERIVATIVE_AT_PRE_ACTIVATION, last, 0)
                || faults.has(Mistake.SOFTMAX_DIAGONAL, last);
    }

    private double[] ofOtherLoss(int form, double[] z, double[] y, double[] a, double[] t) {
        double[] half = difference(y, t, 1);
        return switch (form) {
            case DIFFERENCE -> half;
            case HALF_SQUARED -> functions.timesSlope(last, z, a, half);
            case MEAN_SQUARED -> functions.timesSlope(last, z, a, difference(y, t, 2.0 / y.length));
            case OF_SIGMOIDS -> FaultyFunctions.timesSlope(new Sigmoid(), a, a, half);
            default ->
                network.loss() instanceof CrossEntropy
                        ? functions.timesSlope(
                                last, z, a, ((Plain) new BinaryCrossEntropy().slope(Plain.of(y), Plain.of(t))).values())
                        : vector(y.length, k -> -t[k] * (1 - y[k]));
        };
    }
}
