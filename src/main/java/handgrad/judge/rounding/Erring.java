package handgrad.judge.rounding;

import handgrad.network.number.Elementary;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Values, each with a bound of its absolute error: a running error analysis (J. H. Wilkinson, 1963; N. J. Higham, Accuracy and
 * Stability of Numerical Algorithms, 2002, section 3.3). Each operation passes the errors of its operands on and adds its own
 * rounding; a sum of k products adds {@code (k + 3) u} times the sum of their absolute values, in whatever order it is taken.
 */
final class Erring implements Row {
    private final Plain value;
    private final double[] error;
    private final Rounding rounding;

    Erring(Plain value, double[] error, Rounding rounding) {
        this.value = value;
        this.error = error;
        this.rounding = rounding;
    }

    Plain value() {
        return value;
    }

    double error(int k) {
        return error[k];
    }

    double[] errors() {
        return error;
    }

    double magnitude(int k) {
        return Math.abs(value.value(k));
    }

    /** A product in which 0 takes infinity with it: a bound that is infinite does no harm where nothing depends on it. */
    static double times(double a, double b) {
        return a == 0 || b == 0 ? 0 : a * b;
    }

    private Erring of(Plain values, IntToDoubleFunction errors) {
        double[] all = new double[values.size()];
        for (int k = 0; k < all.length; k++) {
            all[k] = errors.applyAsDouble(k);
        }
        return new Erring(values, all, rounding);
    }

    private double u() {
        return rounding.u();
    }

    private Erring added(Erring other, Plain sum) {
        return of(sum, k -> error[k] + other.error[k] + u() * Math.abs(sum.value(k)));
    }

    @Override
    public Erring plus(Row other) {
        return added((Erring) other, value.plus(((Erring) other).value));
    }

    @Override
    public Erring minus(Row other) {
        return added((Erring) other, value.minus(((Erring) other).value));
    }

    @Override
    public Erring times(Row other) {
        var b = (Erring) other;
        Plain product = value.times(b.value);
        return of(
                product,
                k -> times(magnitude(k) + error[k], b.error[k])
                        + times(b.magnitude(k), error[k])
                        + u() * Math.abs(product.value(k))
                        + rounding.tiny());
    }

    @Override
    public Erring over(Row other) {
        var b = (Erring) other;
        Plain quotient = value.over(b.value);
        return of(quotient, k -> {
            if (Double.isInfinite(b.value.value(k))) {
                return rounding.tiny();
            }
            double size = Math.abs(quotient.value(k));
            double least = Math.max(0, b.magnitude(k) - b.error[k]);
            return (error[k] + times(size, b.error[k])) / least + u() * size + rounding.tiny();
        });
    }

    /** {@code |f'(x)|} times the error, of an exponential with what the error itself makes of it, and the library's rounding. */
    @Override
    public Erring mapped(Elementary function) {
        Plain values = value.mapped(function);
        return of(values, k -> {
            double passed = function == Elementary.EXP
                    ? times(values.value(k), Math.expm1(error[k]))
                    : times(Math.abs(function.slope(value.value(k))), error[k]);
            return passed + rounding.ofLibrary(function, value.value(k), values.value(k)) + rounding.tiny();
        });
    }

    /** The branch is that of the value; the condition is noted. */
    @Override
    public Erring choose(Row above, Row below) {
        var one = (Erring) above;
        var other = (Erring) below;
        rounding.chosen(this);
        return of(value.choose(one.value, other.value), k -> value.value(k) > 0 ? one.error[k] : other.error[k]);
    }

    /** Whether the error reaches 0, so that rounding decides what is chosen. */
    boolean undecided(int k) {
        return magnitude(k) <= error[k];
    }

    /** The same numbers with larger errors. */
    Erring off(double[] more) {
        return of(value, k -> error[k] + more[k]);
    }

    /** Other numbers with the same errors. */
    Erring at(Plain other) {
        return new Erring(other, error, rounding);
    }

    @Override
    public Erring sum() {
        double size = 0;
        double errors = 0;
        for (int k = 0; k < size(); k++) {
            size += magnitude(k);
            errors += error[k];
        }
        double all = errors + (size() + 2) * u() * size;
        return of(value.sum(), k -> all);
    }

    @Override
    public Erring largest() {
        double most = 0;
        for (double each : error) {
            most = Math.max(most, each);
        }
        double all = most;
        return of(value.largest(), k -> all);
    }

    @Override
    public Erring constant(double c) {
        return of(value.constant(c), k -> 0);
    }

    @Override
    public int size() {
        return value.size();
    }

    @Override
    public Erring affine(Row weights, Row bias) {
        var w = (Erring) weights;
        var b = (Erring) bias;
        return of(value.affine(w.value, b.value), new ErringSums(this, rounding).affine(w, b));
    }

    @Override
    public Erring product(Row weights) {
        return affine(weights, rounding.exact(new double[weights.size() / size()]));
    }

    @Override
    public Erring timesTransposed(Row weights) {
        var w = (Erring) weights;
        return of(value.timesTransposed(w.value), new ErringSums(this, rounding).timesTransposed(w));
    }

    @Override
    public Erring outer(Row delta) {
        var d = (Erring) delta;
        return of(value.outer(d.value), new ErringSums(this, rounding).outer(d));
    }

    @Override
    public Erring added(List<Row> others) {
        Plain sum = value.added(
                others.stream().<Row>map(other -> ((Erring) other).value).toList());
        return of(sum, new ErringSums(this, rounding).added(others));
    }
}
