package handgrad.judge.rounding;

import handgrad.network.number.Elementary;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Values of which each operation is rounded at random: Monte Carlo arithmetic (D. S. Parker, Monte Carlo arithmetic: exploiting
 * randomness in floating-point arithmetic, 1997). The terms of a sum are rounded too, as if it were taken in another order.
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

    @Override
    public Jittered plus(Row other) {
        return jitter.of(value.plus(of(other)));
    }

    @Override
    public Jittered minus(Row other) {
        return jitter.of(value.minus(of(other)));
    }

    @Override
    public Jittered times(Row other) {
        return jitter.of(value.times(of(other)));
    }

    @Override
    public Jittered over(Row other) {
        return jitter.of(value.over(of(other)));
    }

    /** A library errs by some roundings. */
    @Override
    public Jittered mapped(Elementary function) {
        Plain values = value.mapped(function);
        return jitter.exact(each(size(), k -> jitter.off(values.value(k), 2 * function.roundedAgainst(values.value(k)))));
    }

    @Override
    public Jittered choose(Row above, Row below) {
        return jitter.exact(value.choose(of(above), of(below)));
    }

    @Override
    public Jittered sum() {
        double sum = 0;
        for (int k = 0; k < size(); k++) {
            sum = jitter.rounded(sum + jitter.rounded(value.value(k)));
        }
        return constant(sum);
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
        return jitter.exact(each(b.length, j -> {
            double sum = b[j];
            for (int i = 0; i < nIn; i++) {
                sum = jitter.rounded(sum + jitter.rounded(value.value(i) * w[j * nIn + i]));
            }
            return sum;
        }));
    }

    @Override
    public Jittered timesTransposed(Row weights) {
        double[] w = of(weights).values();
        int nIn = w.length / size();
        return jitter.exact(each(nIn, i -> {
            double sum = 0;
            for (int j = 0; j < size(); j++) {
                sum = jitter.rounded(sum + jitter.rounded(value.value(j) * w[j * nIn + i]));
            }
            return sum;
        }));
    }

    @Override
    public Jittered outer(Row delta) {
        return jitter.of(value.outer(of(delta)));
    }

    @Override
    public Jittered added(List<Row> others) {
        return jitter.of(value.added(others.stream().<Row>map(Jittered::of).toList()));
    }
}
