package handgrad.network.number;

import java.util.List;

/**
 * Numbers of one kind, entry by entry: what a layer is fed or answers for one sample, a target, or a parameter, a matrix
 * {@code [nIn, nOut]} in column order. A definition is written once over rows and read in several ways: as plain values
 * ({@link Plain}), with tangents, with bounds of the rounding error, or written out. Rows of one definition are of one kind.
 *
 * <p>Operations are entry by entry unless they say otherwise. What an operation cannot be, by its kind, it refuses with an
 * {@link UnsupportedOperationException}.
 */
public interface Row {
    Row plus(Row other);

    Row minus(Row other);

    Row times(Row other);

    Row over(Row other);

    Row mapped(Elementary function);

    /** {@code above} where this is above 0, {@code below} where it is not, NaN where it is NaN. */
    Row choose(Row above, Row below);

    /** The larger of this and c; where they meet, c. */
    default Row atLeast(double c) {
        return above(c).choose(this, constant(c));
    }

    /** The smaller of this and c; where they meet, this. */
    default Row atMost(double c) {
        return above(c).choose(constant(c), this);
    }

    private Row above(double c) {
        return c == 0 ? this : minus(c);
    }

    /** The absolute value. */
    default Row abs() {
        return choose(this, negative());
    }

    /** 1 above 0, -1 below it, 0 at 0. */
    default Row sign() {
        return choose(constant(1), negative().choose(constant(-1), constant(0)));
    }

    /** The sum of all entries, in every entry. */
    Row sum();

    /** The largest of all entries, in every entry. */
    Row largest();

    /** As many entries, all of them {@code c}. */
    Row constant(double c);

    /** The number of entries. */
    int size();

    /** {@code this W + b}, with {@code this [nIn]}, {@code W [nIn, nOut]}, {@code b [nOut]}. */
    Row affine(Row weights, Row bias);

    /** {@code this W}, with {@code this [nIn]}, {@code W [nIn, nOut]}. */
    Row product(Row weights);

    /** {@code this W^T}, with {@code this [nOut]}, {@code W [nIn, nOut]}: belongs to a derivative by hand. */
    default Row timesTransposed(Row weights) {
        throw new UnsupportedOperationException();
    }

    /** {@code this^T delta [nIn, nOut]}, with {@code this [nIn]}, {@code delta [nOut]}: belongs to a derivative by hand. */
    default Row outer(Row delta) {
        throw new UnsupportedOperationException();
    }

    /** The sum over the samples that this row stands for: the row itself, unless one row stands for a whole batch. */
    default Row overSamples() {
        return this;
    }

    /** This and the others added up, in whatever order. */
    default Row added(List<Row> others) {
        Row sum = this;
        for (Row other : others) {
            sum = sum.plus(other);
        }
        return sum;
    }

    /** {@code base^this}: belongs to a rule of descent. */
    default Row powerOf(double base) {
        throw new UnsupportedOperationException();
    }

    default Row plus(double c) {
        return constant(c).plus(this);
    }

    default Row minus(double c) {
        return minus(constant(c));
    }

    /** {@code c - this}. */
    default Row from(double c) {
        return constant(c).minus(this);
    }

    default Row times(double c) {
        return constant(c).times(this);
    }

    default Row over(double c) {
        return over(constant(c));
    }

    default Row negative() {
        return times(-1);
    }

    default Row square() {
        return times(this);
    }

    default Row sqrt() {
        return mapped(Elementary.SQRT);
    }

    default Row exp() {
        return mapped(Elementary.EXP);
    }

    default Row log() {
        return mapped(Elementary.LOG);
    }

    default Row tanh() {
        return mapped(Elementary.TANH);
    }

    default Row erf() {
        return mapped(Elementary.ERF);
    }

    default Row softplus() {
        return mapped(Elementary.SOFTPLUS);
    }
}
