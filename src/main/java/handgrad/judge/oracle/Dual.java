package handgrad.judge.oracle;

import handgrad.network.number.Elementary;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Values with tangents: beside every value its derivative along one direction, carried forward,
 * {@code (u + u'e)(v + v'e) = uv + (u'v + uv')e}. The derivative of a definition follows from those of the operations here.
 *
 * <p>A product in which a tangent of 0, or a value of 0, takes infinity with it is 0: what is infinite beyond a saturated
 * function moves nothing.
 */
final class Dual implements Row {
    private final Plain value;
    private final Plain tangent;
    /** Of an exponential {@code u'/u}, which is finite where the tangent itself is not. */
    private final Optional<Plain> relative;

    private final Directions directions;

    private Dual(Plain value, Plain tangent, Optional<Plain> relative, Directions directions) {
        this.value = value;
        this.tangent = tangent;
        this.relative = relative;
        this.directions = directions;
    }

    /** Values that do not move. */
    static Dual still(Plain value, Directions directions) {
        return moving(value, value.constant(0), directions);
    }

    static Dual moving(Plain value, Plain tangent, Directions directions) {
        return new Dual(value, tangent, Optional.empty(), directions);
    }

    /** Values that do not move, beside this. */
    Dual still(Plain values) {
        return still(values, directions);
    }

    Plain tangent() {
        return tangent;
    }

    private static Plain each(int size, IntToDoubleFunction entry) {
        double[] values = new double[size];
        for (int k = 0; k < size; k++) {
            values[k] = entry.applyAsDouble(k);
        }
        return Plain.of(values);
    }

    /** 0 where either is. */
    static double times(double a, double b) {
        return a == 0 || b == 0 ? 0 : a * b;
    }

    private static Plain times(Plain a, Plain b) {
        return each(a.size(), k -> times(a.value(k), b.value(k)));
    }

    private Dual of(Plain changed, Plain moved) {
        return moving(changed, moved, directions);
    }

    @Override
    public Dual plus(Row other) {
        var v = (Dual) other;
        return of(value.plus(v.value), tangent.plus(v.tangent));
    }

    @Override
    public Dual minus(Row other) {
        var v = (Dual) other;
        return of(value.minus(v.value), tangent.minus(v.tangent));
    }

    @Override
    public Dual times(Row other) {
        var v = (Dual) other;
        return of(value.times(v.value), times(tangent, v.value).plus(times(value, v.tangent)));
    }

    @Override
    public Dual over(Row other) {
        var v = (Dual) other;
        Plain quotient = value.over(v.value);
        return of(
                quotient,
                v.relative.isPresent()
                        ? tangent.over(v.value).minus(times(quotient, v.relative.get()))
                        : tangent.minus(times(quotient, v.tangent)).over(v.value));
    }

    /** {@code f(u)} moves by {@code f'(u) u'}. */
    @Override
    public Dual mapped(Elementary function) {
        Plain slopes = each(size(), k -> function.slope(value.value(k)));
        Plain mapped = value.mapped(function);
        Optional<Plain> own = function == Elementary.EXP ? Optional.of(tangent) : Optional.empty();
        return new Dual(mapped, times(slopes, tangent), own, directions);
    }

    @Override
    public Dual plus(double c) {
        Plain sum = (Plain) value.plus(c);
        return new Dual(sum, tangent, relative.map(own -> times(own, share(sum))), directions);
    }

    /** This over a sum that it is part of. */
    private Plain share(Plain sum) {
        return each(size(), k -> value.value(k) / sum.value(k));
    }

    @Override
    public Dual choose(Row above, Row below) {
        var one = (Dual) above;
        var other = (Dual) below;
        double[] shares = directions.shares(value.values());
        Plain moved = each(
                size(), k -> times(shares[k], one.tangent.value(k)) + times(1 - shares[k], other.tangent.value(k)));
        return of(value.choose(one.value, other.value), moved);
    }

    @Override
    public Dual sum() {
        return of(value.sum(), tangent.sum());
    }

    @Override
    public Dual largest() {
        int at = 0;
        for (int k = 1; k < size(); k++) {
            at = value.value(k) > value.value(at) ? k : at;
        }
        return of(value.largest(), tangent.constant(tangent.value(at)));
    }

    @Override
    public Dual constant(double c) {
        return still(value.constant(c), directions);
    }

    @Override
    public int size() {
        return value.size();
    }

    /** A parameter itself does not move: what it would move is moved in its place, see {@link Directions}. */
    @Override
    public Dual affine(Row weights, Row bias) {
        var w = (Dual) weights;
        var b = (Dual) bias;
        int nIn = size();
        Plain sums = directions.remembered(() -> value.affine(w.value, b.value));
        double[] moved = directions.seed(sums.size(), new Directions.Port(value.values(), w.value, b.value));
        double[] weight = w.value.values();
        for (int i = 0; i < nIn; i++) {
            double da = tangent.value(i);
            // Most tangents are zero in the layer above the seed.
            for (int j = 0; da != 0 && j < moved.length; j++) {
                moved[j] += da * weight[j * nIn + i];
            }
        }
        return of(sums, Plain.of(moved));
    }

    @Override
    public Dual product(Row weights) {
        return affine(weights, still(Plain.of(new double[weights.size() / size()])));
    }
}
