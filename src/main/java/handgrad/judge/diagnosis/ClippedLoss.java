package handgrad.judge.diagnosis;

import handgrad.network.function.Loss;
import handgrad.network.function.activation.Softmax;
import handgrad.network.function.loss.BinaryCrossEntropy;

/** The output's delta of a cross-entropy that is kept from the logarithm of 0 by a small number c. */
final class ClippedLoss {
    /** y is clipped to {@code [c, 1 - c]} in {@code dL/dy} but not in f', as DL4J does. */
    static final int IN_THE_LOSS = 0;
    /** No gradient passes where y is clipped, as automatic differentiation has it. */
    static final int NO_GRADIENT = 1;
    /** {@code y - t} of the clipped y. */
    static final int THEN_DIFFERENCE = 2;
    /** {@code ln(y + c)}, differentiated as it stands. */
    static final int ADDED = 3;

    private final boolean binary;
    private final int form;
    private final double c;

    ClippedLoss(Loss loss, Fault fault) {
        this.binary = loss instanceof BinaryCrossEntropy;
        this.form = fault.form();
        this.c = fault.strength();
    }

    double[] delta(double[] y, double[] t) {
        double[] clipped = FaultyOutput.vector(y.length, k -> Math.min(Math.max(y[k], c), 1 - c));
        if (form == THEN_DIFFERENCE) {
            return FaultyOutput.vector(y.length, k -> clipped[k] - t[k]);
        }
        double[] slope = FaultyOutput.vector(y.length, k -> slope(y[k], clipped[k], t[k]));
        if (!binary) {
            return FaultyFunctions.timesSlope(new Softmax(), y, y, slope);
        }
        // Where nothing is clipped y - t loses fewer digits.
        return FaultyOutput.vector(
                y.length, k -> form != ADDED && clipped[k] == y[k] ? y[k] - t[k] : slope[k] * y[k] * (1 - y[k]));
    }

    /** {@code dL/dy}. */
    private double slope(double y, double clipped, double t) {
        if (form == NO_GRADIENT && clipped != y) {
            return 0;
        }
        double inside = form == ADDED ? y + c : clipped;
        if (!binary) {
            return -t / inside;
        }
        return form == ADDED ? (1 - t) / (1 - y + c) - t / inside : (inside - t) / (inside * (1 - inside));
    }
}
