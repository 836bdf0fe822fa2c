package handgrad.network.function.loss;

import com.google.auto.service.AutoService;
import handgrad.network.array.Matrix;
import handgrad.network.array.Stretches;
import handgrad.network.array.Sums;
import handgrad.network.function.Activation;
import handgrad.network.function.Loops;
import handgrad.network.function.Loss;
import handgrad.network.function.activation.Softmax;
import handgrad.network.number.Row;
import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * {@code -sum_k t_k ln y_k} of softmax outputs, computed from z so that it stays finite and right where y has rounded to 0 or 1:
 * {@code sum_k t_k (ln sum_j e^(z_j - m) - (z_k - m))} with {@code m = max_j z_j}. {@code dL/dy = -t / y}, and y cancels in
 * {@code dL/dz = y sum_k t_k - t}, which is {@code y - t} where the targets add up to 1.
 */
@AutoService(Loss.class)
public record CrossEntropy() implements Loss {
    @Override
    public Row of(Row z, Row y, Row t) {
        Row shifted = z.minus(z.largest());
        return t.times(shifted.exp().sum().log().minus(shifted));
    }

    @Override
    public Optional<Row> textbook(Row y, Row t) {
        return Optional.of(t.times(y.log()).negative());
    }

    @Override
    public Row slope(Row y, Row t) {
        return t.negative().over(y);
    }

    @Override
    public Row delta(Activation f, Row z, Row y, Row t) {
        return y.times(t.sum()).minus(t);
    }

    @Override
    public boolean cancels() {
        return true;
    }

    @Override
    public boolean accepts(Activation output) {
        return output instanceof Softmax;
    }

    /** In the order {@code t_k (ln sum_j e^(z_j - m) + (m - z_k))}, where no term is below 0. */
    @Override
    public double sum(Matrix z, Matrix y, Matrix t, Loops loops) {
        double[] values = loops.values();
        double[] others = loops.others();
        double[] sums = loops.sums();
        double sum = 0;
        for (int row = 0; row < z.rows(); row += Stretches.LONGEST) {
            int count = Math.min(Stretches.LONGEST, z.rows() - row);
            loops.largest(z, row, count);
            Arrays.fill(sums, 0, count, 0);
            for (int from = row; from < z.size(); from += z.rows()) {
                loops.exponentials(z, from, count);
                for (int i = 0; i < count; i++) {
                    sums[i] += values[i];
                }
            }
            for (int i = 0; i < count; i++) {
                sums[i] = Math.log(sums[i]);
            }
            for (int from = row; from < z.size(); from += z.rows()) {
                z.load(from, values, 0, count);
                t.load(from, others, 0, count);
                for (int i = 0; i < count; i++) {
                    values[i] = others[i] * (sums[i] + (loops.perRow()[i] - values[i]));
                }
                sum += Sums.of(values, 0, count);
            }
        }
        return sum;
    }

    @Override
    public void delta(Activation f, Matrix z, Matrix y, Matrix t, Matrix delta, Loops loops) {
        double[] values = loops.values();
        double[] others = loops.others();
        double[] sums = loops.sums();
        for (int row = 0; row < y.rows(); row += Stretches.LONGEST) {
            int count = Math.min(Stretches.LONGEST, y.rows() - row);
            Arrays.fill(sums, 0, count, 0);
            for (int from = row; from < t.size(); from += t.rows()) {
                t.load(from, others, 0, count);
                for (int i = 0; i < count; i++) {
                    sums[i] += others[i];
                }
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

    @Override
    public String computed() {
        return "from z, log-sum-exp";
    }

    @Override
    public String counterpartName(DataType type) {
        return "LossMCXENT, clipped at the smallest number";
    }

    /** {@code LossMCXENT} clips in its score, not in its gradient; the smallest threshold above zero keeps ln 0 out. */
    @Override
    public ILossFunction counterpart(int nOut, DataType type) {
        return ILossFunction.class.cast(
                new LossMCXENT(type == DataType.FLOAT ? Float.MIN_NORMAL : Double.MIN_NORMAL, null));
    }
}
