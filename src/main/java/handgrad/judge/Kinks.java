package handgrad.judge;

import handgrad.network.Activation;
import handgrad.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The relus that stand at their kinks: whose sign rounding decides. There the loss has one slope on one side and another on
 * the other, and no derivative. Programs take the slope of the relu there as 0, as 1 or as 1/2, all in the same way, or as 0
 * or 1 as rounding falls; but one relu has one slope on one sample, so that all entries of a gradient have to agree on it.
 * A gradient is accounted for if such a choice gives all of it.
 */
final class Kinks {
    /** A choice of slopes for more relus is looked for among the uniform ones only. */
    private static final int MOST = 64;

    private static final double[] USUAL = {0, 1, 0.5};
    private static final double SNAP = 1e-3;

    private record Unit(Sample sample, int layer, int neuron) {}

    private final Network network;
    private final ForwardMode forward;
    private final List<Unit> units = new ArrayList<>();
    private final double factor;

    Kinks(PlainNetwork plain, int n) {
        this.network = plain.network();
        this.forward = new ForwardMode(plain);
        this.factor = network.reduction().factor(n);
    }

    boolean found() {
        return !units.isEmpty();
    }

    /** Notes the relus of a sample whose z is no further from 0 than its error. */
    void add(Sample sample, Erring[] z) {
        for (int l = 0; l < z.length; l++) {
            for (int j = 0; kinked(network.layer(l).activation()) && j < z[l].size(); j++) {
                if (z[l].magnitude(j) <= z[l].error(j)) {
                    units.add(new Unit(sample, l, j));
                }
            }
        }
    }

    private static boolean kinked(Activation activation) {
        return switch (activation) {
            case RELU -> true;
            case SIGMOID, TANH, IDENTITY, SOFTMAX -> false;
        };
    }

    /**
     * A gradient that some choice of slopes makes, as close to {@code judged} as {@code tolerance} in every entry.
     *
     * @param right the oracle's
     */
    Optional<double[]> accountFor(double[] judged, double[] right, double[] tolerance) {
        double[] base = contribution(naturalSlopes());
        for (double usual : USUAL) {
            Optional<double[]> found = check(judged, right, base, slopes(usual), tolerance);
            if (found.isPresent()) {
                return found;
            }
        }
        // In one layer the gradient is linear in the slopes: the best are found by least squares.
        var layers = new TreeSet<Integer>();
        units.forEach(unit -> layers.add(unit.layer));
        return layers.size() > 1 || units.size() > MOST
                ? Optional.empty()
                : check(judged, right, base, fitted(judged, right, base), tolerance);
    }

    /** Those of the oracle: 1 where z is above 0. */
    private double[] naturalSlopes() {
        return units.stream()
                .mapToDouble(unit -> unit.sample.z(unit.layer)[unit.neuron] > 0 ? 1 : 0)
                .toArray();
    }

    private double[] slopes(double all) {
        return DoubleStream.generate(() -> all).limit(units.size()).toArray();
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

    private double[] fitted(double[] judged, double[] right, double[] base) {
        double[] none = contribution(slopes(0));
        var columns = new Array2DRowRealMatrix(right.length, units.size());
        double[] wanted = new double[right.length];
        for (int u = 0; u < units.size(); u++) {
            double[] one = slopes(0);
            one[u] = 1;
            double[] column = contribution(one);
            for (int i = 0; i < column.length; i++) {
                columns.setEntry(i, u, column[i] - none[i]);
                wanted[i] = judged[i] - (right[i] + none[i] - base[i]);
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

    /** What the samples that stand at kinks add to the reduced gradient, with these slopes of the units. */
    private double[] contribution(double[] slopes) {
        double[] gradient = new double[network.size()];
        for (int u = 0; u < units.size(); u++) {
            Sample sample = units.get(u).sample;
            if (u > 0 && units.get(u - 1).sample == sample) {
                continue;
            }
            double[][] chosen = forward.slopes(sample);
            for (int v = u; v < units.size() && units.get(v).sample == sample; v++) {
                chosen[units.get(v).layer][units.get(v).neuron] = slopes[v];
            }
            forward.add(sample, chosen, gradient);
        }
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= factor;
        }
        return gradient;
    }
}
