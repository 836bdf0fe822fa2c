package handgrad.judge.rounding;

import handgrad.judge.oracle.ForwardMode;
import handgrad.network.ChainRule;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Samples;
import handgrad.network.number.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The places where rounding decides on which side of a kink a function stands, as a relu whose z is 0. There the loss has one
 * slope on one side and another on the other, and no derivative. Programs take the slope of one side, of the other or their
 * mean, all in the same way, or as rounding falls; but one place has one slope on one sample, so that all entries of a gradient
 * have to agree on it. A gradient is accounted for if such a choice gives all of it.
 */
public final class Kinks {
    /** A choice of slopes for more places is looked for among the uniform ones only. */
    private static final int MOST = 64;

    private static final double[] USUAL = {0, 1, 0.5};
    private static final double SNAP = 1e-3;

    /** A place: the choice by its number, whether it is the loss that chooses, and whether the value stands above. */
    private record Unit(ForwardMode part, int choice, int number, boolean ofLoss, boolean above) {}

    private final Point theta;
    private final Precision precision;
    private final double factor;
    private final List<Unit> units = new ArrayList<>();

    /** @param n the number of samples that the gradient sums over */
    public Kinks(Point theta, Precision precision, int n) {
        this.theta = theta;
        this.precision = precision;
        this.factor = theta.network().reduction().factor(n);
    }

    public boolean found() {
        return !units.isEmpty();
    }

    /** Notes the places of a part of the samples where a condition is no further from 0 than its error. */
    public void add(Samples part, ForwardMode forward) {
        var rounding = new Rounding(precision);
        var chain = new ChainRule(theta.network(), theta.rows(rounding::exact));
        var outputs = chain.forward(rows(part.x(), rounding));
        int ofLayers = rounding.choices().size();
        chain.loss(outputs, rows(part.y(), rounding));
        List<Erring> choices = rounding.choices();
        for (int choice = 0; choice < choices.size(); choice++) {
            Erring condition = choices.get(choice);
            for (int k = 0; k < condition.size(); k++) {
                if (condition.magnitude(k) <= condition.error(k)) {
                    units.add(new Unit(
                            forward,
                            choice,
                            k,
                            choice >= ofLayers,
                            condition.value().value(k) > 0));
                }
            }
        }
    }

    private static List<Row> rows(double[][] samples, Rounding rounding) {
        return Arrays.stream(samples).<Row>map(rounding::rounded).toList();
    }

    /**
     * A gradient that some choice of slopes makes, as close to {@code judged} as {@code tolerance} in every entry.
     *
     * @param right the oracle's
     */
    public Optional<double[]> accountFor(double[] judged, double[] right, double[] tolerance) {
        double[] base = contribution(naturalSlopes());
        for (double usual : USUAL) {
            for (double ofLoss : USUAL) {
                Optional<double[]> found = check(judged, right, base, slopes(usual, ofLoss), tolerance);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        // Where no place is above another the gradient is linear in the slopes: the best are found by least squares.
        return units.size() > MOST
                ? Optional.empty()
                : check(judged, right, base, fitted(judged, right, base, tolerance), tolerance);
    }

    /** Those of the oracle: 1 where z is above 0. */
    private double[] naturalSlopes() {
        return units.stream().mapToDouble(unit -> unit.above ? 1 : 0).toArray();
    }

    private double[] slopes(double ofLayers, double ofLoss) {
        return units.stream()
                .mapToDouble(unit -> unit.ofLoss ? ofLoss : ofLayers)
                .toArray();
    }

    private double[] slopes(double all) {
        return slopes(all, all);
    }

    private Optional<double[]> check(
            double[] judged, double[] right, double[] base, double[] slopes, double[] tolerance) {
        double[] other = contribution(slopes);
        double[] gradient = new double[right.length];
        for (int i = 0; i < right.length; i++) {
            gradient[i] = right[i] + other[i] - base[i];
            if (!(Math.abs(judged[i] - gradient[i]) <= tolerance[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(gradient);
    }

    private double[] fitted(double[] judged, double[] right, double[] base, double[] tolerance) {
        double[] none = contribution(slopes(0));
        var columns = new Array2DRowRealMatrix(right.length, units.size());
        double[] wanted = new double[right.length];
        for (int u = 0; u < units.size(); u++) {
            double[] one = slopes(0);
            one[u] = 1;
            double[] column = contribution(one);
            for (int i = 0; i < column.length; i++) {
                // Where anything is allowed nothing is known.
                boolean known = Double.isFinite(tolerance[i]);
                columns.setEntry(i, u, known ? column[i] - none[i] : 0);
                wanted[i] = known ? judged[i] - (right[i] + none[i] - base[i]) : 0;
            }
        }
        double[] slopes = new SingularValueDecomposition(columns)
                .getSolver()
                .solve(new ArrayRealVector(wanted, false))
                .toArray();
        return DoubleStream.of(slopes).map(Kinks::snapped).toArray();
    }

    /** 0 or 1; a slope between is nobody's choice, and NaN fits nothing. */
    private static double snapped(double slope) {
        double side = Math.rint(slope);
        return Math.abs(slope - side) < SNAP && (side == 0 || side == 1) ? side : Double.NaN;
    }

    /** What the parts that stand at kinks add to the reduced gradient, with these slopes of the places. */
    private double[] contribution(double[] shares) {
        double[] gradient = new double[theta.network().size()];
        for (int u = 0; u < units.size(); u++) {
            Unit unit = units.get(u);
            unit.part.lean(unit.choice, unit.number, shares[u]);
            boolean last = u + 1 == units.size() || units.get(u + 1).part != unit.part;
            if (last) {
                unit.part.addTo(gradient);
                unit.part.leanNowhere();
            }
        }
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= factor;
        }
        return gradient;
    }
}
