package handgrad.judge.rounding;

import handgrad.network.Precision;
import handgrad.network.number.Elementary;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rounding of a precision, what libraries make of it, and a record of the choices that were made on the way. */
final class Rounding {
    /** Roundings of an exponential, or what else a library computes. */
    static final double FUNCTION = 8;

    private final Precision precision;
    private final List<Erring> choices = new ArrayList<>();

    Rounding(Precision precision) {
        this.precision = precision;
    }

    Precision precision() {
        return precision;
    }

    /** The distance from 1 to the next number. */
    double u() {
        return precision.epsilon();
    }

    /** The smallest normal number: below it a result may be lost altogether. */
    double tiny() {
        return precision.smallestNormal();
    }

    Erring exact(double... values) {
        return new Erring(Plain.of(values), new double[values.length], this);
    }

    /** Values that are right but for one rounding. */
    Erring rounded(double... values) {
        double[] errors = new double[values.length];
        for (int k = 0; k < errors.length; k++) {
            errors[k] = u() * Math.abs(values[k]);
        }
        return new Erring(Plain.of(values), errors, this);
    }

    List<Row> rounded(double[][] samples) {
        return Arrays.stream(samples).<Row>map(this::rounded).toList();
    }

    /** What a library rounds of a function: of one that tends to 1 no more than is left to it, since it rounds to 1 itself. */
    double ofLibrary(Elementary function, double x, double value) {
        double rounded = FUNCTION * u() * function.roundedAgainst(value);
        boolean saturates = function == Elementary.TANH || function == Elementary.ERF;
        return saturates ? Math.min(rounded, FUNCTION * function.slope(x)) : rounded;
    }

    void chosen(Erring condition) {
        choices.add(condition);
    }

    /** The conditions of all choices, in their order. */
    List<Erring> choices() {
        return choices;
    }
}
