package handgrad.network.function;

import handgrad.network.array.Exponential;
import handgrad.network.array.Matrix;
import handgrad.network.array.Stretches;
import handgrad.network.array.Sums;

/**
 * One pass over arrays {@code [n, nOut]} for all that is done to each number by itself. Not thread-safe: it has working
 * memory of its own, which functions of whole rows use too.
 */
public final class Loops {
    /** Columns so short that a loop over each costs more than a comparison for each number. */
    private static final int SHORT = 16;

    private final Exponential exponential = new Exponential();
    private final double[] values = Stretches.memory();
    private final double[] others = Stretches.memory();
    private final double[] sums = Stretches.memory();
    private final double[] perRow = Stretches.memory();

    public Exponential exponential() {
        return exponential;
    }

    /** Working memory for a stretch, as are the next three; nothing is kept in it from one call to the next. */
    public double[] values() {
        return values;
    }

    public double[] others() {
        return others;
    }

    public double[] sums() {
        return sums;
    }

    public double[] perRow() {
        return perRow;
    }

    /** As many whole columns as fit into a stretch, or a stretch where not one does. */
    private static int stretch(Matrix array) {
        int rows = array.rows();
        return rows < Stretches.LONGEST ? Stretches.LONGEST - Stretches.LONGEST % rows : Stretches.LONGEST;
    }

    /** {@code to <- from}, of as many numbers. */
    public void copy(Matrix from, Matrix to) {
        for (int at = 0; at < from.size(); at += Stretches.LONGEST) {
            int count = Math.min(Stretches.LONGEST, from.size() - at);
            from.load(at, values, 0, count);
            to.store(at, values, 0, count);
        }
    }

    /** {@code z <- z + b}, for every row. */
    public void addBias(Matrix bias, Matrix z) {
        int stretch = stretch(z);
        for (int from = 0; from < z.size(); from += stretch) {
            int count = Math.min(stretch, z.size() - from);
            z.load(from, values, 0, count);
            addBias(bias, z.rows(), from, count);
            z.store(from, values, 0, count);
        }
    }

    /** {@code z <- z + b; a = f(z)}. */
    void activate(Entrywise f, Matrix bias, Matrix z, Matrix a) {
        int stretch = stretch(z);
        for (int from = 0; from < z.size(); from += stretch) {
            int count = Math.min(stretch, z.size() - from);
            z.load(from, values, 0, count);
            addBias(bias, z.rows(), from, count);
            if (z != a) {
                z.store(from, values, 0, count);
            }
            f.of(values, count, this);
            a.store(from, values, 0, count);
        }
    }

    private void addBias(Matrix bias, int rows, int from, int count) {
        int first = from / rows;
        int columns = (from + count - 1) / rows - first + 1;
        bias.load(first, perRow, 0, columns);
        if (rows < SHORT) {
            // Here a stretch begins with a column.
            int column = 0;
            int end = rows;
            for (int i = 0; i < count; i++) {
                if (i == end) {
                    column++;
                    end += rows;
                }
                values[i] += perRow[column];
            }
            return;
        }
        int at = 0;
        for (int column = 0; column < columns; column++) {
            int end = Math.min(count, (first + column + 1) * rows - from);
            double b = perRow[column];
            for (int i = at; i < end; i++) {
                values[i] += b;
            }
            at = end;
        }
    }

    /** {@code delta <- delta * f'(z)}. */
    void timesSlope(Entrywise f, Matrix delta, Matrix z, Matrix a) {
        int stretch = stretch(delta);
        for (int from = 0; from < delta.size(); from += stretch) {
            int count = Math.min(stretch, delta.size() - from);
            delta.load(from, values, 0, count);
            timesSlope(f, z, a, from, count);
            delta.store(from, values, 0, count);
        }
    }

    private void timesSlope(Entrywise f, Matrix z, Matrix a, int from, int count) {
        a.load(from, others, 0, count);
        if (!f.slopeFromOutput()) {
            z.load(from, sums, 0, count);
        }
        f.timesSlope(values, sums, others, count, this);
    }

    /** {@code delta = dL/dy * f'(z)}. */
    void delta(EntrywiseLoss loss, Activation f, Matrix z, Matrix y, Matrix t, Matrix delta) {
        int stretch = stretch(delta);
        for (int from = 0; from < delta.size(); from += stretch) {
            int count = Math.min(stretch, delta.size() - from);
            t.load(from, values, 0, count);
            y.load(from, others, 0, count);
            loss.slope(others, values, count, y.columns());
            if (f instanceof Entrywise entrywise && !loss.cancels()) {
                timesSlope(entrywise, z, y, from, count);
            }
            delta.store(from, values, 0, count);
        }
        if (!f.entrywise() && !loss.cancels()) {
            f.timesSlope(delta, z, y, this);
        }
    }

    /** The sum of all terms. */
    double sum(EntrywiseLoss loss, Matrix y, Matrix t) {
        double sum = 0;
        for (int from = 0; from < y.size(); from += Stretches.LONGEST) {
            int count = Math.min(Stretches.LONGEST, y.size() - from);
            y.load(from, values, 0, count);
            t.load(from, others, 0, count);
            loss.terms(values, others, count, this);
            sum += Sums.of(values, 0, count);
        }
        return sum;
    }

    /** {@code perRow = max_k z_k} of the rows from {@code row} on. */
    public void largest(Matrix z, int row, int count) {
        z.load(row, perRow, 0, count);
        for (int from = row + z.rows(); from < z.size(); from += z.rows()) {
            z.load(from, values, 0, count);
            for (int i = 0; i < count; i++) {
                perRow[i] = Math.max(perRow[i], values[i]);
            }
        }
    }

    /** {@code values = e^(z - max z)} for a stretch of a column, after {@link #largest}. */
    public void exponentials(Matrix z, int from, int count) {
        z.load(from, values, 0, count);
        for (int i = 0; i < count; i++) {
            values[i] -= perRow[i];
        }
        exponential.exp(values, values, count);
    }
}
