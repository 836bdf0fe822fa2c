package handgrad.judge.rounding;

import handgrad.judge.oracle.Derivative;
import handgrad.judge.oracle.Lean;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the errors of z make of g(z): {@code |g'(z)|} times the error, from the derivative of the whole of g, since in
 * {@code a (1 - a)} the two errors of a have opposite signs. At a kink the larger of both sides' slopes counts.
 *
 * @param entrywise whether each number of g(z) depends on the same one of z alone
 * @param sides the kinks of g, once leaning to one side and once to the other
 */
record Passing(boolean entrywise, UnaryOperator<Row> g, List<List<Lean>> sides) {
    double[] of(Erring z) {
        double[] most = of(z, List.of());
        for (List<Lean> side : sides) {
            double[] other = of(z, side);
            for (int k = 0; k < most.length; k++) {
                most[k] = Math.max(most[k], other[k]);
            }
        }
        return most;
    }

    /** The same of a slope by hand, which chooses for itself: at kinks, the most of both sides. */
    double[] around(Erring z, List<Kink> kinks) {
        double[] most = of(z);
        for (int side = -2; side <= 2 && !kinks.isEmpty(); side += 4) {
            double[] beside = z.value().values().clone();
            for (Kink kink : kinks) {
                beside[kink.unit()] += side * z.error(kink.unit());
            }
            double[] other = of(z.at(Plain.of(beside)));
            for (int k = 0; k < most.length; k++) {
                most[k] = Math.max(most[k], other[k]);
            }
        }
        return most;
    }

    private double[] of(Erring z, List<Lean> side) {
        double[] at = z.value().values();
        double[] errors = z.errors();
        double[] all = new double[at.length];
        if (entrywise) {
            double[] slopes = new double[at.length];
            Arrays.fill(slopes, 1);
            double[] tangents = Derivative.along(g, at, slopes, side);
            for (int k = 0; k < at.length; k++) {
                all[k] = Erring.times(Math.abs(tangents[k]), errors[k]);
            }
            return all;
        }
        for (int j = 0; j < at.length; j++) {
            double[] one = new double[at.length];
            one[j] = 1;
            double[] tangents = Derivative.along(g, at, one, side);
            for (int k = 0; k < at.length; k++) {
                all[k] += Erring.times(Math.abs(tangents[k]), errors[j]);
            }
        }
        return all;
    }

    /** The values of a row that does not move, in the kind of another. */
    static Row like(Row kind, Plain still) {
        return Derivative.still(still, kind);
    }
}
