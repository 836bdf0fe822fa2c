package handgrad.judge.rounding;

import handgrad.network.number.Elementary;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * Values of which each operation is rounded at random: Monte Carlo arithmetic (D. S. Parker, Monte Carlo arithmetic: exploiting
 * randomness in floating-point arithmetic, 1997). Where a sum has several terms these are rounded too, as if it were taken in another
 * order.
 */
record Jittered(Plain value, Jitter jitter) implements Row {
    private static Plain of(Row row) {
        return ((Jittered) row).value;
    }

    private static Plain each(int size, IntToDoubleFunction entry) {
        double[] values = new double[size];
        for (int k = 0; k < size; k++) {
            values[k] = entry.applyAsDouble(k);
        }
        return Plain.of(values);
    }

    private Jittered with(Row other, DoubleBinaryOperator operation) {
        Plain b = of(other);
        return jitter.exact(each(size(), k -> operation.applyAsDouble(value.value(k), b.value(k))));
    }

    @Override
    public Jittered plus(Row other) {
        return with(other, jitter::sum);
    }

    @Override
    public Jittered minus(Row other) {
        return with(other, (a, b) -> jitter.sum(a, -b));
    }

    @Override
    public Jittered times(Row other) {
        return with(other, jitter::product);
    }

    @Override
    public Jittered over(Row other) {
        return with(other, jitter::quotient);
    }

    @Override
    public Jittered mapped(Elementary function) {
        return jitter.exact(each(size(), k -> jitter.ofLibrary(function, value.value(k))));
    }

    @Override
    public Jittered choose(Row above, Row below) {
        return jitter.exact(value.choose(of(above), of(below)));
    }

    @Override
    public Jittered sum() {
        return constant(sum(0, size(), value::value));
    }

    /** Of several terms, each of them rounded. */
    private double sum(double first, int terms, IntToDoubleFunction term) {
        double sum = first;
        for (int k = 0; k < terms; k++) {
            double next = term.applyAsDouble(k);
            sum = sum == 0 ? next : jitter.sum(sum, jitter.rounded(next));
        }
        return sum;
    }

    @Override
    public Jittered largest() {
        return jitter.exact(value.largest());
    }

    @Override
    public Jittered constant(double c) {
        return jitter.exact(value.constant(c));
    }

    @Override
    public int size() {
        return value.size();
    }

    @Override
    public Jittered affine(Row weights, Row bias) {
        double[] w = of(weights).values();
        double[] b = of(bias).values();
        int nIn = size();
        return jitter.exact(each(b.length, j -> sum(b[j], nIn, i -> jitter.product(value.value(i), w[j * nIn + i]))));
    }

    @Override
    public Jittered product(Row weights) {
        return affine(weights, jitter.exact(new double[of(weights).size() / size()]));
    }

    @Override
    public Jittered timesTransposed(Row weights) {
        double[] w = of(weights).values();
        int nIn = w.length / size();
        return jitter.exact(each(nIn, i -> sum(0, size(), j -> jitter.product(value.value(j), w[j * nIn + i]))));
    }

    @Override
    public Jittered outer(Row delta) {
        Plain d = of(delta);
        int nIn = size();
        return jitter.exact(each(nIn * d.size(), k -> jitter.product(value.value(k % nIn), d.value(k / nIn))));
    }

    @Override
    public Jittered added(List<Row> others) {
        return jitter.exact(each(
                size(),
                k -> sum(value.value(k), others.size(), o -> of(others.get(o)).value(k))));
    }
}
