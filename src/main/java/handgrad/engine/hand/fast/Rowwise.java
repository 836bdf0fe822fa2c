package handgrad.engine.hand.fast;

import handgrad.network.array.Exponential;
import handgrad.network.array.Memory;
import handgrad.network.array.Sums;
import java.util.Arrays;

/**
 * What belongs to whole rows of an array {@code [n, nOut]}: softmax and its cross-entropy. Rows are taken a stretch at a
 * time, and each of their columns in turn, since columns are what lies together.
 */
final class Rowwise {
    private final Exponential exponential = new Exponential();
    private final double[] values = Memory.stretch();
    private final double[] others = Memory.stretch();
    private final double[] largest = Memory.stretch();
    private final double[] sums = Memory.stretch();

    /** {@code a_k = e^(z_k - max z) / sum_j e^(z_j - max z)}. */
    void softmax(Memory z, Memory a) {
        for (int row = 0; row < z.rows(); row += Memory.STRETCH) {
            int count = Math.min(Memory.STRETCH, z.rows() - row);
            findLargest(z, row, count);
            Arrays.fill(sums, 0, count, 0);
            for (int from = row; from < z.size(); from += z.rows()) {
                exponentials(z, from, count);
                a.store(from, values, 0, count);
                add(values, sums, count);
            }
            for (int from = row; from < a.size(); from += a.rows()) {
                a.load(from, values, 0, count);
                for (int i = 0; i < count; i++) {
                    values[i] /= sums[i];
                }
                a.store(from, values, 0, count);
            }
        }
    }

    private void findLargest(Memory z, int row, int count) {
        z.load(row, largest, 0, count);
        for (int from = row + z.rows(); from < z.size(); from += z.rows()) {
            z.load(from, values, 0, count);
            for (int i = 0; i < count; i++) {
                largest[i] = Math.max(largest[i], values[i]);
            }
        }
    }

    /** {@code values = e^(z - max z)} for a column's stretch. */
    private void exponentials(Memory z, int from, int count) {
        z.load(from, values, 0, count);
        for (int i = 0; i < count; i++) {
            values[i] -= largest[i];
        }
        exponential.exp(values, values, count);
    }

    private static void add(double[] x, double[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] += x[i];
        }
    }

    /** {@code sum of sum_k t_k (ln sum_j e^(z_j - max z) + max z - z_k)}, where no term is below 0. */
    double crossEntropy(Memory z, Memory t) {
        double sum = 0;
        for (int row = 0; row < z.rows(); row += Memory.STRETCH) {
            int count = Math.min(Memory.STRETCH, z.rows() - row);
            findLargest(z, row, count);
            Arrays.fill(sums, 0, count, 0);
            for (int from = row; from < z.size(); from += z.rows()) {
                exponentials(z, from, count);
                add(values, sums, count);
            }
            for (int i = 0; i < count; i++) {
                sums[i] = Math.log(sums[i]);
            }
            for (int from = row; from < z.size(); from += z.rows()) {
                z.load(from, values, 0, count);
                t.load(from, others, 0, count);
                for (int i = 0; i < count; i++) {
                    values[i] = others[i] * (sums[i] + (largest[i] - values[i]));
                }
                sum += Sums.of(values, 0, count);
            }
        }
        return sum;
    }

    /** {@code delta = y sum_k t_k - t}. */
    void crossEntropyDelta(Memory y, Memory t, Memory delta) {
        for (int row = 0; row < y.rows(); row += Memory.STRETCH) {
            int count = Math.min(Memory.STRETCH, y.rows() - row);
            Arrays.fill(sums, 0, count, 0);
            for (int from = row; from < t.size(); from += t.rows()) {
                t.load(from, others, 0, count);
                add(others, sums, count);
            }
            for (int from = row; from < y.size(); from += y.rows()) {
                y.load(from, values, 0, count);
                t.load(from, others, 0, count);
                for (int i = 0; i < count; i++) {
                    values[i] = values[i] * sums[i] - others[i];
                }
                delta.store(from, values, 0, count);
            }
        }
    }

    /** With {@code e = factor (y - t)}: {@code delta_k = y_k (e_k - sum_j e_j y_j)},. */
    void errorsThroughSoftmax(double factor, Memory y, Memory t, Memory delta) {
        for (int row = 0; row < y.rows(); row += Memory.STRETCH) {
            int count = Math.min(Memory.STRETCH, y.rows() - row);
            Arrays.fill(sums, 0, count, 0);
            for (int from = row; from < y.size(); from += y.rows()) {
                errors(factor, y, t, from, count);
                for (int i = 0; i < count; i++) {
                    sums[i] += values[i] * others[i];
                }
            }
            for (int from = row; from < y.size(); from += y.rows()) {
                errors(factor, y, t, from, count);
                for (int i = 0; i < count; i++) {
                    values[i] = others[i] * (values[i] - sums[i]);
                }
                delta.store(from, values, 0, count);
            }
        }
    }

    /** {@code values = factor (y - t)} and {@code others = y}. */
    private void errors(double factor, Memory y, Memory t, int from, int count) {
        t.load(from, values, 0, count);
        y.load(from, others, 0, count);
        for (int i = 0; i < count; i++) {
            values[i] = factor * (others[i] - values[i]);
        }
    }
}
