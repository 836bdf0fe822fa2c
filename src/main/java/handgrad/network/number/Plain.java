package handgrad.network.number;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/** Plain values in double precision. */
public final class Plain implements Row {
    private final double[] values;

    private Plain(double[] values) {
        this.values = values;
    }

    /** A row of these values, which are not copied. */
    public static Plain of(double... values) {
        return new Plain(values);
    }

    /** The values themselves, not a copy. */
    public double[] values() {
        return values;
    }

    public double value(int k) {
        return values[k];
    }

    private static Plain each(int size, IntToDoubleFunction entry) {
        double[] values = new double[size];
        for (int k = 0; k < size; k++) {
            values[k] = entry.applyAsDouble(k);
        }
        return new Plain(values);
    }

    private Plain each(DoubleUnaryOperator f) {
        return each(size(), k -> f.applyAsDouble(values[k]));
    }

    private Plain with(Row other, DoubleBinaryOperator f) {
        double[] others = ((Plain) other).values;
        return each(size(), k -> f.applyAsDouble(values[k], others[k]));
    }

    @Override
    public Plain plus(Row other) {
        return with(other, Double::sum);
    }

    @Override
    public Plain minus(Row other) {
        return with(other, (a, b) -> a - b);
    }

    @Override
    public Plain times(Row other) {
        return with(other, (a, b) -> a * b);
    }

    @Override
    public Plain over(Row other) {
        return with(other, (a, b) -> a / b);
    }

    @Override
    public Plain mapped(Elementary function) {
        return each(function::of);
    }

    @Override
    public Plain powerOf(double base) {
        return each(a -> Math.pow(base, a));
    }

    @Override
    public Plain choose(Row above, Row below) {
        double[] one = ((Plain) above).values;
        double[] other = ((Plain) below).values;
        return each(size(), k -> values[k] > 0 ? one[k] : values[k] <= 0 ? other[k] : Double.NaN);
    }

    @Override
    public Plain sum() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return constant(sum);
    }

    @Override
    public Plain largest() {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return constant(largest);
    }

    @Override
    public Plain constant(double c) {
        return each(size(), k -> c);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public Plain affine(Row weights, Row bias) {
        double[] w = ((Plain) weights).values;
        double[] z = ((Plain) bias).values.clone();
        int nIn = size();
        int j = 0;
        // Each addition waits for the one before it; those of four sums overlap.
        for (; j + 4 <= z.length; j += 4) {
            addProducts(z, j, w, nIn);
        }
        for (; j < z.length; j++) {
            for (int i = 0; i < nIn; i++) {
                z[j] += values[i] * w[j * nIn + i];
            }
        }
        return new Plain(z);
    }

    private void addProducts(double[] z, int j, double[] w, int nIn) {
        double first = z[j];
        double second = z[j + 1];
        double third = z[j + 2];
        double fourth = z[j + 3];
        for (int i = 0, k = j * nIn; i < nIn; i++, k++) {
            double x = values[i];
            first += x * w[k];
            second += x * w[k + nIn];
            third += x * w[k + 2 * nIn];
            fourth += x * w[k + 3 * nIn];
        }
        z[j] = first;
        z[j + 1] = second;
        z[j + 2] = third;
        z[j + 3] = fourth;
    }

    @Override
    public Plain product(Row weights) {
        return affine(weights, of(new double[weights.size() / size()]));
    }

    @Override
    public Plain timesTransposed(Row weights) {
        double[] w = ((Plain) weights).values;
        int nIn = w.length / size();
        return each(nIn, i -> {
            double sum = 0;
            for (int j = 0; j < values.length; j++) {
                sum += values[j] * w[j * nIn + i];
            }
            return sum;
        });
    }

    @Override
    public Plain outer(Row delta) {
        double[] d = ((Plain) delta).values;
        int nIn = size();
        return each(nIn * d.length, k -> values[k % nIn] * d[k / nIn]);
    }

    @Override
    public Plain added(List<Row> others) {
        double[] sum = values.clone();
        for (Row other : others) {
            double[] more = ((Plain) other).values;
            for (int k = 0; k < sum.length; k++) {
                sum[k] += more[k];
            }
        }
        return new Plain(sum);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
