package handgrad.judge.rounding;

import handgrad.judge.oracle.Derivative;
import handgrad.network.function.Activation;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * What an activation rounds, in whatever form it is computed. People compute one function in several forms, and forms add up
 * numbers as large as the range is wide: {@code (1 + tanh(z/2)) / 2} rounds a sigmoid of 1e-20 to a multiple of u. So, besides
 * {@code 8 u} of the value,
 *
 * <pre>
 *   f of bounded range                                  2 u of the width of the range
 *   f bounded below only: z times one of the former     2 u of z
 *   f'                                                  2 u of the larger of that and 1
 * </pre>
 *
 * <p>but where f is saturated, each form rounds to the same end of the range, and no more is lost than what is left to it, which is
 * about f' of a bounded f and z f'' of one bounded below. Of softmax all forms are relative to its value.
 */
final class Forms {
    private static final double FORMS = 2;
    /** What is left to the end of the range is less than this many times the slope, a step of 1 away at most. */
    private static final double LEFT = 8;

    private final Activation f;
    private final Rounding rounding;

    Forms(Activation f, Rounding rounding) {
        this.f = f;
        this.rounding = rounding;
    }

    /** {@code f(z)} of a z without error, with what f itself rounds. A function that only chooses between numbers has nothing to round. */
    Erring value(Plain z) {
        var a = (Erring) f.of(rounding.exact(z.values()));
        if (Arrays.stream(a.errors()).allMatch(error -> error == 0)) {
            return a;
        }
        double[] left = left(z, a);
        double[] errors = new double[a.size()];
        for (int k = 0; k < errors.length; k++) {
            double relative = Math.max(a.error(k), Rounding.FUNCTION * rounding.u() * a.magnitude(k));
            double forms = FORMS * rounding.u() * width(z.value(k));
            errors[k] = bounded()
                    ? Math.min(Math.max(relative, forms), left[k])
                    : Math.max(relative, Math.min(forms, left[k]));
        }
        return new Erring(a.value(), errors, rounding);
    }

    /**
     * What forms make {@code f'(z)} err by.
     *
     * @param a with its own rounding
     */
    double[] slope(Plain z, Erring a) {
        double[] errors = new double[z.size()];
        if (!f.entrywise() || !Double.isFinite(f.range().least())) {
            return errors;
        }
        double[] left = left(z, a);
        for (int k = 0; k < errors.length; k++) {
            double forms = FORMS * rounding.u() * Math.max(1, width(z.value(k)));
            errors[k] = a.error(k) == 0 ? 0 : Math.min(forms, left[k]);
        }
        return errors;
    }

    /** The same errors of {@code f'(z)}, over {@code f'(z)}. */
    double[] relative(Plain z, double... slopes) {
        double[] relative = new double[slopes.length];
        if (f.entrywise()) {
            double[] right = tangents(f::of, z, 0);
            for (int k = 0; k < relative.length; k++) {
                relative[k] = slopes[k] == 0 ? 0 : slopes[k] / Math.abs(right[k]);
            }
        }
        return relative;
    }

    private boolean bounded() {
        return Double.isFinite(f.range().least()) && Double.isFinite(f.range().most());
    }

    private double width(double z) {
        if (!f.entrywise() || !Double.isFinite(f.range().least())) {
            return 0;
        }
        return bounded() ? f.range().most() - f.range().least() : Math.abs(z);
    }

    private double[] left(Plain z, Erring a) {
        double[] left = new double[z.size()];
        if (!f.entrywise()) {
            for (int k = 0; k < left.length; k++) {
                left[k] = LEFT * ofSoftmax(a, k);
            }
            return left;
        }
        for (double step : new double[] {-1, 0, 1}) {
            double[] slopes = bounded() ? tangents(f::of, z, step) : tangents(this::slope, z, step);
            for (int k = 0; k < left.length; k++) {
                double factor = bounded() ? 1 : Math.max(1, Math.abs(z.value(k)));
                left[k] = Math.max(left[k], LEFT * factor * Math.abs(slopes[k]));
            }
        }
        return left;
    }

    /** {@code a (1 - a)}, which has its digits where a has rounded to 1. */
    private static double ofSoftmax(Erring a, int k) {
        double others = 0;
        for (int j = 0; j < a.size(); j++) {
            others += j == k ? 0 : a.magnitude(j);
        }
        return a.magnitude(k) * others;
    }

    private Row slope(Row z) {
        return f.timesSlope(z.constant(1), z, f.of(z));
    }

    private static double[] tangents(UnaryOperator<Row> g, Plain z, double step) {
        double[] at = Arrays.stream(z.values()).map(value -> value + step).toArray();
        double[] one = new double[at.length];
        Arrays.fill(one, 1);
        return Derivative.along(g, at, one);
    }
}
