package handgrad.judge.rounding;

import handgrad.network.Precision;
import handgrad.network.function.Activation;
import handgrad.network.function.Range;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rounding of a precision, what functions make of it, and a record of the choices that were made on the way. */
final class Rounding {
    /** Roundings of an exponential, or what else a library computes. */
    static final double FUNCTION = 8;
    /**
     * Roundings against the whole width of what a function returns. People compute one function in several forms, and forms
     * add up numbers as large as the range is wide: {@code (1 + tanh(z/2)) / 2} and {@code 1 - 1 / (1 + e^z)} round a
     * sigmoid of 1e-20 to a multiple of u.
     */
    private static final double FORMS = 2;

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

    /**
     * {@code f(z)} of a z without error, with what the operations of f round, in whatever form it is computed: {@code 8 u} of
     * the value, {@code 2 u} of the width of the range, and where f is z times a function of bounded range, as all that are
     * bounded below only, {@code 2 u} of z. A function that only chooses between numbers has nothing to round.
     */
    Erring of(Activation f, Plain z) {
        var a = (Erring) f.of(exact(z.values()));
        if (!rounds(a)) {
            return a;
        }
        double[] errors = new double[a.size()];
        for (int k = 0; k < errors.length; k++) {
            double forms = FORMS * u() * width(f.range(), z.value(k));
            errors[k] = Math.max(Math.max(a.error(k), FUNCTION * u() * a.magnitude(k)), forms);
        }
        return new Erring(a.value(), errors, this);
    }

    private static boolean rounds(Erring a) {
        return Arrays.stream(a.errors()).anyMatch(error -> error != 0);
    }

    private static double width(Range range, double z) {
        if (!Double.isFinite(range.least())) {
            return 0;
        }
        return Double.isFinite(range.most()) ? range.most() - range.least() : Math.abs(z);
    }

    /** What the forms of a slope {@code f'(z)} round, which are made of those of the value a: as above, {@code 2 u} of 1 at least. */
    double ofSlope(Activation f, double z, double errorOfValue) {
        boolean bounded = Double.isFinite(f.range().least());
        return errorOfValue == 0 || !bounded ? 0 : FORMS * u() * Math.max(1, width(f.range(), z));
    }

    void chosen(Erring condition) {
        choices.add(condition);
    }

    /** The conditions of all choices, in their order. */
    List<Erring> choices() {
        return choices;
    }
}
