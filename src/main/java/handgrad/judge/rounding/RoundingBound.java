package handgrad.judge.rounding;

import handgrad.judge.oracle.Derivative;
import handgrad.network.ChainRule;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.function.EntrywiseLoss;
import handgrad.network.layer.Layer;
import handgrad.network.layer.Theta;
import handgrad.network.number.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How far a right gradient may be off by rounding alone: the derivatives by hand, as most programs write them, read with
 * {@link Erring} numbers. Inputs and weights count as rounded once. What the error of z does to a function of it,
 * {@code |g'(z)|} times that error, is taken from the derivative of the whole of g, since in {@code a (1 - a)} the two errors of
 * a have opposite signs; what the function's own operations round comes on top. The only figures chosen are the roundings of an
 * exponential, and a factor for the error of the oracle itself.
 */
public final class RoundingBound {
    private static final double SAFETY = 4;

    private final Network network;
    private final Rounding rounding;
    private final ChainRule chain;
    private final List<Theta<Row>> theta;
    private final int n;
    private final double[] bound;

    /** @param n the number of samples that the gradient sums over */
    public RoundingBound(Point point, Precision precision, int n) {
        this.network = point.network();
        this.rounding = new Rounding(precision);
        this.theta = point.rows(rounding::exact);
        this.chain = new ChainRule(network, theta);
        this.n = n;
        this.bound = new double[network.size()];
    }

    /** The bound of each entry of the reduced gradient, in the layout of the parameters. */
    public double[] entries() {
        double factor = SAFETY * network.reduction().factor(n);
        double[] entries = bound.clone();
        for (int i = 0; i < entries.length; i++) {
            entries[i] *= factor;
        }
        return entries;
    }

    /** Adds what a part of the samples contributes. */
    public void add(Samples part) {
        var inputs = new ArrayList<List<Row>>();
        var sums = new ArrayList<List<Row>>();
        List<Row> a = rows(part.x());
        for (int l = 0; l < network.depth(); l++) {
            inputs.add(a);
            List<Row> z = network.layer(l).z(a, theta.get(l));
            sums.add(z);
            Activation f = network.layer(l).activation();
            a = z.stream().<Row>map(sum -> applied(f, sum)).toList();
        }
        backward(inputs, sums, rows(part.y()));
    }

    private List<Row> rows(double[][] samples) {
        return Arrays.stream(samples).<Row>map(rounding::rounded).toList();
    }

    private void backward(List<List<Row>> inputs, List<List<Row>> sums, List<Row> t) {
        int last = network.depth() - 1;
        List<Row> delta = Layer.each(sums.get(last), t, this::outputDelta);
        for (int l = last; l >= 0; l--) {
            Layer layer = network.layer(l);
            accumulate(l, layer.gradient(inputs.get(l), theta.get(l), delta));
            if (l > 0) {
                Activation f = network.layer(l - 1).activation();
                List<Row> dA = layer.below(inputs.get(l), theta.get(l), delta);
                delta = Layer.each(sums.get(l - 1), dA, (z, slope) -> timesSlope(f, z, slope));
            }
        }
    }

    private void accumulate(int l, Theta<Row> gradient) {
        int at = network.blocks(l).get(0).offset();
        for (Row part : gradient.values()) {
            for (double error : ((Erring) part).errors()) {
                bound[at++] += error + rounding.tiny();
            }
        }
    }

    /** {@code f(z)}. */
    private Erring applied(Activation f, Row z) {
        var sum = (Erring) z;
        return plus(ownRounding(f, sum), passed(f.entrywise(), f::of, sum));
    }

    /** What the operations of f round, if z has no error. */
    private Erring ownRounding(Activation f, Erring z) {
        var a = (Erring) f.of(still(z));
        double[] errors = new double[a.size()];
        for (int k = 0; k < errors.length; k++) {
            errors[k] = Math.max(a.error(k), Rounding.FUNCTION * rounding.u() * a.magnitude(k));
        }
        // A function that only chooses between numbers has nothing to round.
        boolean exact = Arrays.stream(a.errors()).allMatch(error -> error == 0);
        return exact ? a : new Erring(a.value(), errors, rounding);
    }

    private Erring still(Erring z) {
        return rounding.exact(z.value().values());
    }

    /** What the errors of z make of g(z). */
    private static double[] passed(boolean entrywise, UnaryOperator<Row> g, Erring z) {
        double[] at = z.value().values();
        double[] errors = z.errors();
        if (entrywise) {
            double[] slopes = new double[at.length];
            Arrays.fill(slopes, 1);
            double[] tangents = Derivative.along(g, at, slopes);
            for (int k = 0; k < at.length; k++) {
                tangents[k] = Erring.times(Math.abs(tangents[k]), errors[k]);
            }
            return tangents;
        }
        double[] all = new double[at.length];
        for (int j = 0; j < at.length; j++) {
            double[] one = new double[at.length];
            one[j] = 1;
            double[] tangents = Derivative.along(g, at, one);
            for (int k = 0; k < at.length; k++) {
                all[k] += Erring.times(Math.abs(tangents[k]), errors[j]);
            }
        }
        return all;
    }

    private Erring plus(Erring row, double[] more) {
        double[] errors = row.errors().clone();
        for (int k = 0; k < errors.length; k++) {
            errors[k] += more[k];
        }
        return new Erring(row.value(), errors, rounding);
    }

    /** {@code dL/dz} of the output layer. */
    private Erring outputDelta(Row z, Row t) {
        Activation f = network.layer(network.depth() - 1).activation();
        var sum = (Erring) z;
        var own = (Erring) network.loss().delta(f, still(sum), ownRounding(f, sum), t);
        boolean entrywise = f.entrywise() && network.loss() instanceof EntrywiseLoss;
        return plus(own, passed(entrywise, moved -> network.loss().delta(f, moved, f.of(moved), like(moved, t)), sum));
    }

    /** The values of a row that does not move, in the kind of another. */
    private static Row like(Row kind, Row still) {
        return Derivative.still(((Erring) still).value(), kind);
    }

    /** {@code dL/da f'(z)}. */
    private Erring timesSlope(Activation f, Row z, Row dA) {
        var sum = (Erring) z;
        var slope = (Erring) dA;
        var own = (Erring) f.timesSlope(slope, still(sum), ownRounding(f, sum));
        // Where both values have rounded to 0, the product of their errors counts.
        double[] most = new double[slope.size()];
        for (int k = 0; k < most.length; k++) {
            most[k] = f.entrywise()
                    ? slope.magnitude(k) + slope.error(k)
                    : slope.value().value(k);
        }
        Erring largest = rounding.exact(most);
        return plus(own, passed(f.entrywise(), moved -> f.timesSlope(like(moved, largest), moved, f.of(moved)), sum));
    }
}
