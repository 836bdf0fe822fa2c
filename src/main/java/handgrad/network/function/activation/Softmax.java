package handgrad.network.function.activation;

import com.google.auto.service.AutoService;
import handgrad.network.array.Matrix;
import handgrad.network.array.Stretches;
import handgrad.network.function.Activation;
import handgrad.network.function.Loops;
import handgrad.network.function.Range;
import handgrad.network.number.Row;
import java.util.Arrays;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

/**
 * {@code f(z)_k = e^(z_k - m) / sum_j e^(z_j - m)} with {@code m = max_j z_j}, which changes nothing but keeps the exponentials
 * finite; {@code dL/dz_k = a_k (dL/da_k - sum_j dL/da_j a_j)}.
 *
 * <p>On arrays, rows are taken a stretch at a time, and each of their columns in turn, since columns are what lies together.
 */
@AutoService(Activation.class)
public record Softmax() implements Activation {
    @Override
    public Row of(Row z) {
        Row e = z.minus(z.largest()).exp();
        return e.over(e.sum());
    }

    @Override
    public Row timesSlope(Row dA, Row z, Row a) {
        return a.times(dA.minus(dA.times(a).sum()));
    }

    @Override
    public void of(Matrix z, Matrix bias, Matrix a, Loops loops) {
        loops.addBias(bias, z);
        double[] values = loops.values();
        double[] sums = loops.sums();
        for (int row = 0; row < z.rows(); row += Stretches.LONGEST) {
            int count = Math.min(Stretches.LONGEST, z.rows() - row);
            loops.largest(z, row, count);
            Arrays.fill(sums, 0, count, 0);
            for (int from = row; from < z.size(); from += z.rows()) {
                loops.exponentials(z, from, count);
                a.store(from, values, 0, count);
                for (int i = 0; i < count; i++) {
                    sums[i] += values[i];
                }
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

    @Override
    public void timesSlope(Matrix delta, Matrix z, Matrix a, Loops loops) {
        double[] values = loops.values();
        double[] others = loops.others();
        double[] sums = loops.sums();
        for (int row = 0; row < a.rows(); row += Stretches.LONGEST) {
            int count = Math.min(Stretches.LONGEST, a.rows() - row);
            Arrays.fill(sums, 0, count, 0);
            for (int from = row; from < a.size(); from += a.rows()) {
                delta.load(from, values, 0, count);
                a.load(from, others, 0, count);
                for (int i = 0; i < count; i++) {
                    sums[i] += values[i] * others[i];
                }
            }
            for (int from = row; from < a.size(); from += a.rows()) {
                delta.load(from, values, 0, count);
                a.load(from, others, 0, count);
                for (int i = 0; i < count; i++) {
                    values[i] = others[i] * (values[i] - sums[i]);
                }
                delta.store(from, values, 0, count);
            }
        }
    }

    @Override
    public boolean slopeFromOutput() {
        return false;
    }

    @Override
    public boolean entrywise() {
        return false;
    }

    @Override
    public Range range() {
        return new Range(0, 1);
    }

    @Override
    public IActivation counterpart() {
        return IActivation.class.cast(new ActivationSoftmax());
    }
}
