package handgrad.engine.hand.fast;

import handgrad.network.Activation;
import handgrad.network.array.Exponential;
import handgrad.network.array.Memory;
import handgrad.network.array.Sums;

/** What is done to each number of an array {@code [n, nOut]} by itself, and what belongs to its columns. */
final class Entrywise {
    /** Columns so short that a loop over each costs more than a division for each number. */
    private static final int SHORT = 16;

    private final Exponential exponential = new Exponential();
    private final double[] values = Memory.stretch();
    private final double[] others = Memory.stretch();
    private final double[] perColumn = Memory.stretch();

    /** As many whole columns as fit into a stretch, or a stretch where not one does. */
    private static int stretch(Memory array) {
        int rows = array.rows();
        return rows < Memory.STRETCH ? Memory.STRETCH - Memory.STRETCH % rows : Memory.STRETCH;
    }

    /** {@code z <- z + b; a = f(z)}; for softmax {@code a = z}. */
    void activate(Activation f, Memory bias, Memory z, Memory a) {
        int stretch = stretch(z);
        for (int from = 0; from < z.size(); from += stretch) {
            int count = Math.min(stretch, z.size() - from);
            z.load(from, values, 0, count);
            addBias(bias, z.rows(), from, count);
            if (z != a) {
                z.store(from, values, 0, count);
            }
            apply(f, count);
            a.store(from, values, 0, count);
        }
    }

    private void addBias(Memory bias, int rows, int from, int count) {
        int first = from / rows;
        int columns = (from + count - 1) / rows - first + 1;
        bias.load(first, perColumn, 0, columns);
        if (rows < SHORT) {
            // Here a stretch begins with a column.
            for (int i = 0; i < count; i++) {
                values[i] += perColumn[i / rows];
            }
            return;
        }
        int at = 0;
        for (int column = 0; column < columns; column++) {
            int end = Math.min(count, (first + column + 1) * rows - from);
            double b = perColumn[column];
            for (int i = at; i < end; i++) {
                values[i] += b;
            }
            at = end;
        }
    }

    private void apply(Activation f, int count) {
        switch (f) {
            case SIGMOID -> exponential.sigmoid(values, values, count);
            case TANH -> exponential.tanh(values, values, count);
            case RELU -> {
                for (int i = 0; i < Memory.roundedUp(count); i++) {
                    values[i] = Math.max(values[i], 0);
                }
            }
            case IDENTITY, SOFTMAX -> {}
        }
    }

    /** {@code delta <- delta * f'(z)}. */
    void timesDerivative(Activation f, Memory a, Memory delta) {
        int stretch = stretch(delta);
        for (int from = 0; from < delta.size(); from += stretch) {
            int count = Math.min(stretch, delta.size() - from);
            a.load(from, others, 0, count);
            delta.load(from, values, 0, count);
            timesDerivative(f, count);
            delta.store(from, values, 0, count);
        }
    }

    /** {@code delta = factor (y - t) * f'(z)}. */
    void errors(Activation f, double factor, Memory y, Memory t, Memory delta) {
        int stretch = stretch(delta);
        for (int from = 0; from < delta.size(); from += stretch) {
            int count = Math.min(stretch, delta.size() - from);
            t.load(from, values, 0, count);
            y.load(from, others, 0, count);
            for (int i = 0; i < Memory.roundedUp(count); i++) {
                values[i] = factor * (others[i] - values[i]);
            }
            timesDerivative(f, count);
            delta.store(from, values, 0, count);
        }
    }

    /** {@code values <- values * f'}, where {@code others} are the activations. */
    private void timesDerivative(Activation f, int count) {
        switch (f) {
            case SIGMOID -> {
                for (int i = 0; i < Memory.roundedUp(count); i++) {
                    values[i] *= others[i] * (1 - others[i]);
                }
            }
            case TANH -> {
                for (int i = 0; i < Memory.roundedUp(count); i++) {
                    values[i] *= 1 - others[i] * others[i];
                }
            }
            case RELU -> {
                for (int i = 0; i < Memory.roundedUp(count); i++) {
                    values[i] *= Math.signum(others[i]);
                }
            }
            case IDENTITY -> {}
            case SOFTMAX -> throw new IllegalArgumentException("softmax: expected a function of one entry");
        }
    }

    /** {@code sum (y - t)^2}. */
    double squares(Memory y, Memory t) {
        double sum = 0;
        for (int from = 0; from < y.size(); from += Memory.STRETCH) {
            int count = Math.min(Memory.STRETCH, y.size() - from);
            y.load(from, values, 0, count);
            t.load(from, others, 0, count);
            for (int i = 0; i < Memory.roundedUp(count); i++) {
                double error = values[i] - others[i];
                values[i] = error * error;
            }
            sum += Sums.of(values, 0, count);
        }
        return sum;
    }

    /** {@code sum [ln(1 + e^z) - z t]}. */
    double binaryCrossEntropy(Memory z, Memory t) {
        double sum = 0;
        for (int from = 0; from < z.size(); from += Memory.STRETCH) {
            int count = Math.min(Memory.STRETCH, z.size() - from);
            z.load(from, values, 0, count);
            t.load(from, others, 0, count);
            for (int i = 0; i < Memory.roundedUp(count); i++) {
                others[i] *= values[i];
            }
            exponential.softplus(values, values, count);
            for (int i = 0; i < Memory.roundedUp(count); i++) {
                values[i] -= others[i];
            }
            sum += Sums.of(values, 0, count);
        }
        return sum;
    }
}
